import { Refusal } from './refusal'
import type { World } from './world'

const leastUnits = 4
const mostUnits = 20

/**
 * Page "小程序名称检测". `proven`: a trade-mark certificate comes with it. `appId` keeps a mini program from standing in
 * its own way. Throws `Refusal` 21001 (format), 21005 (sensitive word), 21003 (taken), 21006 (brand, unless proven).
 */
export function refuseName(world: World, name: string, appId: string, proven = false): void {
  if (!isWellFormed(name)) throw new Refusal(21001)
  const { sensitiveWords, brandWords } = world.review
  if (hasSensitiveWord(world, name)) throw new Refusal(21005, sensitiveText(sensitiveWords, name))
  if (isNameTaken(world, name, appId)) throw new Refusal(21003)
  if (!proven && brandWords.some((word) => name.includes(word))) throw new Refusal(21006)
}

export function hasSensitiveWord(world: World, text: string): boolean {
  return world.review.sensitiveWords.some((word) => text.includes(word))
}

function sensitiveText(words: readonly string[], name: string): string {
  return `名称含有敏感词：${words.filter((word) => name.includes(word)).join('、')}`
}

/** Letters, digits, Chinese, perhaps one `+` at the end; 4 to 20 units, of which a Chinese character has two. */
function isWellFormed(name: string): boolean {
  if (!/^[\p{Script=Han}A-Za-z0-9]+\+?$/u.test(name)) return false
  const units = [...name].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0)
  return units >= leastUnits && units <= mostUnits
}

/** Whether a name is in use, under review or reserved by anyone but one mini program. */
export function isNameTaken(world: World, name: string, exceptAppId?: string): boolean {
  const { invitations, merchants } = world.state
  const now = world.now()
  if (world.review.takenNames.includes(name)) return true
  if (invitations.some((each) => each.appName === name && each.usedAt === null && each.expiresAt > now)) return true
  return merchants.some(({ appId, name: inForce, profileChanges }) => {
    const { newest } = profileChanges.name
    const asked = newest?.state === 'in_review' ? newest.value : inForce
    return appId !== exceptAppId && (inForce === name || asked === name)
  })
}
