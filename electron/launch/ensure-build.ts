/** Before `npm run serve` and the like: builds where the sources have changed since the last build. Prints to stderr only. */
import { inProject, root, runNode, say } from './project.ts'
import { isBuildFresh, sourceDigest, stampBuild } from './source-digest.ts'

/** @throws where the build fails; the build's own words are on stderr by then. */
export async function ensureBuild(): Promise<void> {
  if (isBuildFresh(root)) return
  const digest = sourceDigest(root)
  say('正在构建… / building…')
  const code = await runNode(inProject('node_modules/electron-vite/bin/electron-vite.js'), [
    'build',
    '--logLevel',
    'warn'
  ])
  if (code !== 0) throw new Error(`构建失败 / the build failed (exit code ${code})`)
  stampBuild(root, digest)
}

if (import.meta.main) {
  await ensureBuild().catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    process.exit(1)
  })
}
