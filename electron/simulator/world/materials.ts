import { dayMs } from './durations'
import { Refusal } from './refusal'
import type { Material, Merchant, WorldState } from './state'
import type { World } from './world'

const megabyte = 1024 * 1024

type Kind = { readonly limit: number; readonly formats: readonly Material['contentType'][] }
const picture = (megabytes: number): Kind => ({ limit: megabytes * megabyte, formats: ['image/png', 'image/jpeg'] })

/** Page "第三方小程序应用上传资源": 1 business licence (营业执照), 2 mini-program icon (小程序图标). */
const kindsOfApplication: Readonly<Record<number, Kind>> = { 1: picture(4), 2: picture(2) }
const applicationIcon = 2

/** Page "代授权小程序上传资源". */
export const materialTypes = { icon: 1, certificate: 2, name: 3, landingPage: 4, scene: 5 } as const
const kindsOfMerchant: Readonly<Record<number, Kind>> = {
  1: picture(2),
  2: picture(2),
  3: picture(2),
  4: picture(2),
  5: picture(5),
  6: picture(1),
  7: picture(4),
  8: { limit: 4 * megabyte, formats: ['application/pdf'] }
}

const materialsKept = 3000
/** Of pictures, in base64: the newest that fit. */
const contentKept = 64 * megabyte

/**
 * 上传资源 for the third-party application (no `appId`) or for a mini program: keeps the file and gives its path. Throws
 * `Refusal` 40001 (unknown type), 40031 (too large), 40032 (format not allowed).
 */
export function uploadMaterial(world: World, type: number, bytes: Buffer, appId: string | null = null): string {
  const kind = (appId === null ? kindsOfApplication : kindsOfMerchant)[type]
  if (kind === undefined) throw new Refusal(40001)
  if (bytes.length > kind.limit) throw new Refusal(40031)
  const contentType = contentTypeOf(bytes)
  if (contentType === null || !kind.formats.includes(contentType)) throw new Refusal(40032)
  const path = `tos-cn-practice/${world.mint('material')}`
  const isShown = appId === null || type === materialTypes.icon
  const data = isShown ? bytes.toString('base64') : ''
  const { state } = world
  state.materials = trimmed([...needed(world), { path, appId, type, contentType, at: world.now(), data }])
  world.touch()
  return path
}

function contentTypeOf(bytes: Buffer): Material['contentType'] | null {
  const head = bytes.subarray(0, 8).toString('hex')
  if (head === '89504e470d0a1a0a') return 'image/png'
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf'
  return head.startsWith('ffd8ff') ? 'image/jpeg' : null
}

/** For a day nobody can tell who will name a path; after it, a material stays while a mini program shows it. */
function needed(world: World): readonly Material[] {
  const { materials } = world.state
  const isYoung = ({ at }: Material) => world.now() - at <= dayMs
  if (materials.every(isYoung)) return materials
  const shown = shownIcons(world.state)
  return materials.filter((material) => isYoung(material) || shown.has(material.path))
}

function shownIcons({ merchants }: WorldState): ReadonlySet<string> {
  return new Set(merchants.flatMap(({ icon, profileChanges }) => [icon, profileChanges.icon.newest?.value ?? icon]))
}

function trimmed(materials: readonly Material[]): Material[] {
  let length = 0
  const newestFirst = materials.slice(-materialsKept).reverse()
  const kept = newestFirst.map((material) => {
    length += material.data.length
    return length > contentKept ? { ...material, data: '' } : material
  })
  return kept.reverse()
}

export function materialOf(world: World, path: string): Material | undefined {
  return world.state.materials.find((material) => material.path === path)
}

/** Whether a path leads to a material of this type that was uploaded for this mini program. */
export function hasMaterial(world: World, { appId }: Merchant, type: number, path: string): boolean {
  const material = materialOf(world, path)
  return material?.appId === appId && material.type === type
}

/** Throws `Refusal` 40033 for a path that leads nowhere and 40001 for a material that is no icon of one to create. */
export function requireIcon(world: World, path: string): void {
  const material = materialOf(world, path)
  if (material === undefined || material.appId !== null) throw new Refusal(40033)
  if (material.type !== applicationIcon) throw new Refusal(40001)
}
