import type { HomeItem, HomeMerchant, MerchantMatter } from '@shared/domain/home'
import { rolloutStateNames } from '@shared/rules/rollout-names'
import type { StateIcon } from '@/components/common/state-icons'
import type { Tone } from '@/components/common/words'
import { t } from '@/i18n'
import { listed } from '@/i18n/list'

/** What is the matter, as the list's tag says it. */
export type Tag = { readonly kind: Tone; readonly text: string; readonly icon?: StateIcon }

const matterTags: Readonly<Record<MerchantMatter, Tag>> = {
  taken_down: { kind: 'danger', text: t('home.tag.takenDown') },
  authorization_lost: { kind: 'danger', text: t('home.tag.authorizationLost') },
  authorization_ended: { kind: 'danger', text: t('home.tag.authorizationEnded') },
  rejected: { kind: 'danger', text: t('home.tag.rejected') },
  category_rejected: { kind: 'danger', text: t('home.tag.categoryRejected') },
  profile_rejected: { kind: 'danger', text: t('home.tag.profileRejected') },
  capability_refused: { kind: 'danger', text: t('home.tag.capabilityRefused') },
  authorization_ending: { kind: 'warning', text: t('home.tag.authorizationEnding') },
  approved: { kind: 'warning', text: t('home.tag.approved') },
  capability_granted: { kind: 'success', text: t('home.tag.capabilityGranted') }
}

export function tagOf(item: HomeItem): Tag {
  switch (item.kind) {
    case 'rollout':
      return { kind: item.group === 'know' ? 'info' : 'warning', text: rolloutStateNames[item.state] }
    case 'secrets':
      return { kind: 'danger', text: t('home.tag.secrets') }
    case 'connection':
      return { kind: 'danger', text: t('home.tag.connection') }
    case 'ticket':
      return item.group === 'now'
        ? { kind: 'danger', text: t('home.tag.noTicket') }
        : { kind: 'warning', text: t('home.tag.oldTicket') }
    case 'links':
      return { kind: 'warning', text: t('home.tag.links') }
    case 'drift':
      return { kind: 'neutral', text: t('home.tag.drift') }
    default:
      return matterTags[item.kind]
  }
}

/** What a line says: who or what, and more about it; `detail` may be empty. */
export type LineText = { readonly title: string; readonly detail: string }

export function textOf(item: HomeItem, merchant: HomeMerchant | null): LineText {
  if (merchant) return { title: merchant.name, detail: detailOf(item, merchant) }
  switch (item.kind) {
    case 'rollout':
      return { title: item.title, detail: holdText(item) }
    case 'secrets':
      return { title: t('home.text.secrets'), detail: t('home.text.secretsDetail') }
    case 'connection':
      return { title: t('home.text.connection'), detail: item.trouble }
    case 'ticket':
      return ticketText(item)
    case 'links':
      return { title: t('home.text.links', { n: item.count }), detail: listed(item.notes) }
    case 'drift':
      return {
        title: t('home.text.drift', { behind: item.behind, n: item.total }),
        detail: t('home.text.driftDetail', { version: item.version })
      }
    default:
      return {
        title: t('home.text.merchants', { n: item.appIds.length }),
        detail: listed(item.merchants.map(({ name }) => name))
      }
  }
}

function detailOf({ kind }: HomeItem, { text }: HomeMerchant): string {
  if (kind === 'approved') return t('home.text.approved', { version: text })
  if (kind === 'taken_down') return t('home.text.takenDown')
  if (kind === 'authorization_lost') return t('home.text.authorizationLost')
  if (kind === 'authorization_ended') return t('home.text.authorizationEnded')
  if (kind === 'authorization_ending') return t('home.text.authorizationEnding')
  return text
}

function ticketText({ until, group }: Extract<HomeItem, { kind: 'ticket' }>): LineText {
  if (group === 'due') return { title: t('home.text.oldTicket'), detail: t('home.text.oldTicketDetail') }
  const title = until === null ? t('home.text.noTicket') : t('home.text.ticketExpired')
  return { title, detail: t('home.text.noTicketDetail') }
}

function holdText({ hold }: Extract<HomeItem, { kind: 'rollout' }>): string {
  switch (hold?.by) {
    case 'train':
      return t('home.text.train', { n: hold.approved })
    case 'gate':
      return hold.opensAt === null ? t('home.text.gate', { wave: hold.wave + 1 }) : t('home.text.gateByItself')
    case 'stop_rule':
      return hold.text
    case 'account':
    case 'quota':
      return hold.error.message
    default:
      return t('home.text.paused')
  }
}

/** Since when, or until when, it is so; null where that is not known. */
export function timeOf(item: HomeItem, merchant: HomeMerchant | null): number | null {
  if (merchant) return merchant.at
  switch (item.kind) {
    case 'rollout':
      return item.hold?.by === 'gate' ? item.hold.opensAt : null
    case 'connection':
      return item.since
    case 'ticket':
    case 'links':
      return item.until
    case 'secrets':
    case 'drift':
      return null
    default:
      return item.merchants[0]?.at ?? null
  }
}
