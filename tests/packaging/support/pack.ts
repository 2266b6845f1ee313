/**
 * Packs the built program as `npm run package` does, up to the installer, whose tools are downloaded: `pack.ts linux|win32
 * STAND-IN OUTPUT`. A process of its own: electron-builder works in the folder that it is started in.
 */
import { join } from 'node:path'
import { Arch, build, Platform, type AfterPackContext, type Configuration } from 'electron-builder'
import afterPack from '../../../resources/packaging/after-pack.ts'

class Packed extends Error {}

const [platform, electronDist = '', output = ''] = process.argv.slice(2)
const root = join(import.meta.dirname, '../../..')
const publisherName = ['Example Publisher Co., Ltd.']

/** What differs from electron-builder.yml, which is read all the same. */
const config: Configuration = {
  electronDist,
  directories: { output },
  publish: { provider: 'generic', url: 'https://updates.example.com/desk', channel: 'latest', publisherName },
  // The stand-in is no program that an icon, a version and the archive's hash could be written into.
  win: { signAndEditExecutable: false },
  disableAsarIntegrity: platform === 'win32',
  afterPack: async (context: AfterPackContext) => {
    await afterPack(context)
    throw new Packed()
  }
}

const targets =
  platform === 'win32'
    ? Platform.WINDOWS.createTarget('nsis', Arch.x64)
    : Platform.LINUX.createTarget('AppImage', Arch.x64)
await build({ projectDir: root, targets, config, publish: 'never' }).catch((error: unknown) => {
  if (!(error instanceof Packed)) throw error
})
process.stdout.write('packed\n')
