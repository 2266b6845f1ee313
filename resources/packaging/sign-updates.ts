/**
 * `npm run sign-updates -- FOLDER`: puts our signature into every `latest*.yml` of the folder (`release`). The private key's PEM
 * file is named by `MERCHANT_DESK_UPDATE_KEY_FILE`; it stays on the machine that signs, see docs/release.md.
 */
import { createPrivateKey } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { readManifest, signManifest } from '../../electron/shell/update-signature.ts'

const folder = process.argv[2] ?? 'release'
const keyFile = process.env['MERCHANT_DESK_UPDATE_KEY_FILE']
if (!keyFile) throw new Error('MERCHANT_DESK_UPDATE_KEY_FILE names no key')
const privateKey = createPrivateKey(readFileSync(keyFile))
if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('the key is not an Ed25519 key')

const names = readdirSync(folder).filter((name) => /^latest[\w-]*\.yml$/.test(name))
if (names.length === 0) throw new Error(`${folder} has no latest*.yml`)
for (const name of names) {
  const path = join(folder, name)
  const value: unknown = parse(readFileSync(path, 'utf8'))
  const manifest = readManifest(value)
  if (!manifest || typeof value !== 'object') throw new Error(`${path} is no manifest`)
  writeFileSync(path, stringify({ ...value, signature: signManifest(manifest, privateKey) }))
  process.stdout.write(`signed ${name} ${manifest.version}\n`)
}
