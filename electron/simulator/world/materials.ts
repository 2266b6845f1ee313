import { dayMs } from './durations'
import { Refusal } from './refusal'
import type { Material } from './state'
import type { World } from './world'

const megabyte = 1024 * 1024
/** Page "第三方小程序应用上传资源": 1 business licence (营业执照), 2 mini-program icon (小程序图标). */
const sizeLimits: Readonly<Record<number, number>> = { 1: 4 * megabyte, 2: 2 * megabyte }
const iconType = 2

const materialsKept = 60

/**
 * 上传资源 for the third-party application: keeps a picture and gives its path. Throws `Refusal` 40001 (unknown type),
 * 40031 (too large), 40032 (neither JPEG nor PNG).
 */
export function uploadMaterial(world: World, type: number, bytes: Buffer): string {
  const limit = sizeLimits[type]
  if (limit === undefined) throw new Refusal(40001)
  if (bytes.length > limit) throw new Refusal(40031)
  const contentType = pictureTypeOf(bytes)
  if (contentType === null) throw new Refusal(40032)
  const path = `tos-cn-practice/${world.mint('material')}`
  const kept = world.state.materials.filter((material) => isNeeded(world, material)).slice(1 - materialsKept)
  world.state.materials = [...kept, { path, type, contentType, at: world.now(), data: bytes.toString('base64') }]
  world.touch()
  return path
}

function pictureTypeOf(bytes: Buffer): Material['contentType'] | null {
  const head = bytes.subarray(0, 8).toString('hex')
  if (head === '89504e470d0a1a0a') return 'image/png'
  return head.startsWith('ffd8ff') ? 'image/jpeg' : null
}

/** For a day nobody can tell who will name a path; after it, a material stays while a mini program shows it. */
function isNeeded(world: World, { at, path }: Material): boolean {
  return world.now() - at <= dayMs || world.state.merchants.some((merchant) => merchant.icon === path)
}

export function materialOf(world: World, path: string): Material | undefined {
  return world.state.materials.find((material) => material.path === path)
}

/** Throws `Refusal` 40033 for a path that leads nowhere and 40001 for a material that is no icon. */
export function requireIcon(world: World, path: string): void {
  const material = materialOf(world, path)
  if (material === undefined) throw new Refusal(40033)
  if (material.type !== iconType) throw new Refusal(40001)
}
