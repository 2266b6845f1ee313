import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** docs/architecture.md, Layout. */
const parts = ['docs', 'electron', 'renderer', 'resources', 'shared', 'tests']
const documents = ['CHANGELOG.md', 'CONTRIBUTING.md', 'README.md']
/** Files that a tool insists on finding at the top. */
const toolFiles = [
  '.ci',
  '.gitignore',
  '.npmrc',
  '.prettierignore',
  '.prettierrc.json',
  'electron-builder.yml',
  'electron.vite.config.ts',
  'eslint.config.js',
  'knip.json',
  'package-lock.json',
  'package.json',
  'playwright.config.ts',
  'tsconfig.json',
  'tsconfig.node.json',
  'tsconfig.web.json',
  'vitest.config.ts'
]

describe('the top level of the repository', () => {
  test('holds nothing but the fixed names', () => {
    const known = new Set([...parts, ...documents, ...toolFiles])
    expect(topLevel().filter((name) => !known.has(name))).toEqual([])
  })

  test('holds every part and what the tools need', () => {
    expect(topLevel()).toEqual(expect.arrayContaining([...parts, ...toolFiles]))
  })
})

/** What is or may be committed: git's own reading of .gitignore, and outside of a repository all but what is built. */
function topLevel(): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024
    })
    return [
      ...new Set(
        listed
          .split('\0')
          .filter(Boolean)
          .map((path) => path.split('/', 1)[0] ?? '')
      )
    ]
  } catch {
    const made = new Set([
      'node_modules',
      'out',
      'release',
      'test-results',
      'playwright-report',
      '.eslintcache',
      '.git'
    ])
    return readdirSync(root).filter((name) => !made.has(name))
  }
}
