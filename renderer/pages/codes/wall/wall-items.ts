import type { MerchantRow } from '@shared/domain/merchant'
import type { SavedCode } from '@shared/domain/mini-code'
import type { CodeStage } from '@shared/domain/version'
import type { DeskError } from '@shared/errors'
import { pictureFileName } from '@/components/code/code-picture'
import { codeStageNames, missingStageTexts } from '@/components/code/code-stages'
import { scanWarning, type ShownCode } from '@/components/code/shown-code'
import { t } from '@/i18n'

/** What the wall shows: the trial code of a stage, or the saved mini-program codes. */
export type WallSource = CodeStage | 'saved'

/** One card: a merchant's trial code, or one of its saved codes. A new version makes another `key`. */
export type WallItem = { readonly key: string; readonly merchant: MerchantRow } & (
  | { readonly kind: 'trial'; readonly stage: CodeStage; readonly path: string }
  | { readonly kind: 'saved'; readonly saved: SavedCode }
)

/** A code that was read; `version` is empty for a mini-program code. */
export type WallCode = {
  readonly image: string
  readonly text: string | null
  readonly version: string
  readonly readAt: number
  readonly expiresAt: number | null
}

export type CardState =
  | { readonly kind: 'reading'; readonly code: WallCode | null }
  | { readonly kind: 'ready'; readonly code: WallCode }
  | { readonly kind: 'problem'; readonly error: DeskError }

/** The trial codes of these merchants. */
export function trialItems(rows: readonly MerchantRow[], stage: CodeStage, path: string): readonly WallItem[] {
  return rows.map((merchant) => ({
    kind: 'trial',
    key: [merchant.appId, stage, versionOf(merchant, stage) ?? '', path].join('\n'),
    merchant,
    stage,
    path
  }))
}

/** The saved codes of these merchants, merchant by merchant. */
export function savedItems(rows: readonly MerchantRow[], saved: readonly SavedCode[]): readonly WallItem[] {
  const byMerchant = new Map<string, SavedCode[]>()
  for (const each of saved) byMerchant.set(each.appId, [...(byMerchant.get(each.appId) ?? []), each])
  return rows.flatMap((merchant) =>
    (byMerchant.get(merchant.appId) ?? []).map((each): WallItem => ({
      kind: 'saved',
      key: `${each.id}\n${each.changedAt}`,
      merchant,
      saved: each
    }))
  )
}

function versionOf(row: MerchantRow, stage: CodeStage): string | null {
  const versions = { latest: row.test, audit: row.audit, current: row.online }
  return versions[stage]?.version ?? null
}

/** Why there is no code to be read; null where it is worth asking. */
export function whyNone(item: WallItem): string | null {
  const { merchant } = item
  if (item.kind === 'saved' && item.saved.code !== null) return null
  if (merchant.authorization === 'lost') return t('codes.wall.authorizationLost')
  if (item.kind === 'saved' || merchant.readAt === null) return null
  return versionOf(merchant, item.stage) === null ? missingStageTexts[item.stage] : null
}

/** The code of a card, also while it is read again; null where there is none. */
export function codeOf(state: CardState | undefined): WallCode | null {
  return state === undefined || state.kind === 'problem' ? null : state.code
}

export function pathOf(item: WallItem): string {
  return item.kind === 'trial' ? item.path : item.saved.request.path
}

/** What stands below the merchant's name: stage and version, or the label of a saved code. */
export function subtitleOf(item: WallItem, code: WallCode | null): string {
  if (item.kind === 'saved') return item.saved.label
  return `${codeStageNames[item.stage]} ${code?.version ?? versionOf(item.merchant, item.stage) ?? ''}`.trim()
}

/** What the picture of a card is saved as. */
export function fileNameOf(item: WallItem, code: WallCode | null): string {
  return pictureFileName(item.merchant.name, subtitleOf(item, code))
}

/** A card as it is shown large. */
export function shownCode(item: WallItem, state: CardState | undefined): ShownCode {
  const code = codeOf(state)
  const missing = whyNone(item)
  const error = state?.kind === 'problem' ? state.error : null
  const text = missing ?? error?.message ?? null
  return {
    key: item.key,
    title: item.merchant.name,
    subtitle: subtitleOf(item, code),
    fileName: fileNameOf(item, code),
    path: pathOf(item),
    image: code?.image ?? null,
    readAt: code?.readAt ?? null,
    expiresAt: code?.expiresAt ?? null,
    problem: text === null ? null : { text, error: missing === null ? error : null },
    warning: code && scanWarning(code.text, item.kind === 'saved' && item.saved.request.round)
  }
}
