import type { TimelineEntry, TimelineKind } from '@shared/domain/operation'
import type { HostReason } from '@shared/domain/version'
import { hostName } from '@shared/rules/hosts'
import {
  Bottom,
  CircleCheck,
  CircleClose,
  Finished,
  Promotion,
  RefreshLeft,
  Upload,
  Warning,
  WarnTriangleFilled
} from '@element-plus/icons-vue'
import type { Component } from 'vue'
import { hostNames } from '../pipeline/host-results'
import { operationWords, type Tone } from '@/components/common/words'
import { t } from '@/i18n'
import { clauses } from '@/i18n/list'

/** How one line of the timeline looks: a word, an icon and a colour. */
export type EntryLook = { readonly text: string; readonly icon: Component; readonly tone: Tone }

type NamedKind = Exclude<TimelineKind, 'refused' | 'not_carried_out'>

const looks: Readonly<Record<NamedKind, EntryLook>> = {
  uploaded: { text: t('versions.timeline.uploaded'), icon: Upload, tone: 'info' },
  submitted: { text: t('versions.timeline.submitted'), icon: Promotion, tone: 'info' },
  approved: { text: t('versions.timeline.approved'), icon: CircleCheck, tone: 'success' },
  rejected: { text: t('versions.timeline.rejected'), icon: CircleClose, tone: 'danger' },
  withdrawn: { text: t('versions.timeline.withdrawn'), icon: RefreshLeft, tone: 'neutral' },
  released: { text: t('versions.timeline.released'), icon: Finished, tone: 'success' },
  rolled_back: { text: t('versions.timeline.rolledBack'), icon: RefreshLeft, tone: 'warning' },
  taken_down: { text: t('versions.timeline.takenDown'), icon: Bottom, tone: 'danger' }
}

/** The look of an entry; a failed operation is told by its own name. */
export function entryLook({ kind, operation }: Pick<TimelineEntry, 'kind' | 'operation'>): EntryLook {
  const noun = operation === null ? t('versions.timeline.operation') : operationWords[operation].noun
  if (kind === 'refused')
    return { text: t('versions.timeline.refused', { operation: noun }), icon: WarnTriangleFilled, tone: 'danger' }
  if (kind === 'not_carried_out')
    return { text: t('versions.timeline.notCarriedOut', { operation: noun }), icon: Warning, tone: 'warning' }
  return looks[kind]
}

/** The hosts of an entry: those it went to, or those that passed. */
export function hostsText({ kind, hosts }: Pick<TimelineEntry, 'kind' | 'hosts'>): string {
  const ofResult = kind === 'approved' || kind === 'rejected' || kind === 'released'
  return t(ofResult ? 'versions.timeline.approvedHosts' : 'versions.timeline.hosts', { hosts: hostNames(hosts) })
}

/** Why a host did not pass. */
export function reasonsText({ host, reasons }: Pick<HostReason, 'host' | 'reasons'>): string {
  return t('common.labelled', {
    label: hostName(host),
    text: reasons.length > 0 ? clauses(reasons) : t('versions.timeline.noReason')
  })
}

/** Who did it: a person at this application, or the platform as it was read. */
export function entryActor({ source, actor }: Pick<TimelineEntry, 'source' | 'actor'>): string {
  return source === 'platform' ? t('versions.timeline.platform') : (actor ?? t('versions.timeline.thisComputer'))
}
