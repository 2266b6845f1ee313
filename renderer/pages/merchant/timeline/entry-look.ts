import type { TimelineEntry, TimelineKind } from '@shared/domain/operation'
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
import { operationWords, type Tone } from '@/components/common/words'

/** How one line of the timeline looks: a word, an icon and a colour. */
export type EntryLook = { readonly text: string; readonly icon: Component; readonly tone: Tone }

type NamedKind = Exclude<TimelineKind, 'refused' | 'not_carried_out'>

const looks: Readonly<Record<NamedKind, EntryLook>> = {
  uploaded: { text: '上传代码', icon: Upload, tone: 'info' },
  submitted: { text: '提交审核', icon: Promotion, tone: 'info' },
  approved: { text: '审核通过', icon: CircleCheck, tone: 'success' },
  rejected: { text: '审核未通过', icon: CircleClose, tone: 'danger' },
  withdrawn: { text: '撤回审核', icon: RefreshLeft, tone: 'neutral' },
  released: { text: '发布上线', icon: Finished, tone: 'success' },
  rolled_back: { text: '版本回退', icon: RefreshLeft, tone: 'warning' },
  taken_down: { text: '被平台下架', icon: Bottom, tone: 'danger' }
}

/** The look of an entry; a failed operation is told by its own name. */
export function entryLook({ kind, operation }: Pick<TimelineEntry, 'kind' | 'operation'>): EntryLook {
  const noun = operation === null ? '操作' : operationWords[operation].noun
  if (kind === 'refused') return { text: `${noun}没有成功`, icon: WarnTriangleFilled, tone: 'danger' }
  if (kind === 'not_carried_out') return { text: `${noun}没有执行`, icon: Warning, tone: 'warning' }
  return looks[kind]
}

/** What the hosts of an entry are: those it went to, or those that passed. */
export function hostsLabel(kind: TimelineKind): string {
  return kind === 'approved' || kind === 'rejected' || kind === 'released' ? '通过的宿主端' : '宿主端'
}

/** Who did it: a person at this application, or the platform as it was read. */
export function entryActor({ source, actor }: Pick<TimelineEntry, 'source' | 'actor'>): string {
  return source === 'platform' ? '平台' : (actor ?? '本机')
}
