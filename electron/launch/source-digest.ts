import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What the build is made from; launchers and tests are not part of it. */
const sources = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package-lock.json', 'tsconfig.node.json']
const stampFile = join('out', 'sources.sha256')

/** SHA-256 over the names and contents of everything that the build is made from, as hex. */
export function sourceDigest(root: string): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesIn(root, source)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Whether `out/` was built from the sources as they are now. By content: a checkout changes times without changing files. */
export function isBuildFresh(root: string): boolean {
  try {
    return readFileSync(join(root, stampFile), 'utf8') === sourceDigest(root)
  } catch {
    return false
  }
}

/** Notes what `out/` was built from: the digest taken before the build, or that of the sources as they are now. */
export function stampBuild(root: string, digest: string = sourceDigest(root)): void {
  const file = join(root, stampFile)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, digest)
}

function filesIn(root: string, source: string): string[] {
  if (source.includes('.')) return [source]
  return readdirSync(join(root, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}
