import type { ProfileDetail } from '@shared/contract'
import type { MerchantInformation, ProfileAudit } from '@shared/domain/profile'
import type { SettingChange } from '@shared/domain/setting'
import { merchant } from '../samples'

export const audit = (change: Partial<ProfileAudit> = {}): ProfileAudit => ({
  value: '山野茶铺',
  state: 'in_review',
  reason: '',
  advice: '',
  remaining: null,
  ...change
})

export const information = (change: Partial<MerchantInformation> = {}): MerchantInformation => ({
  name: '山野茶事',
  introduction: '为本地用户提供到店预约与优惠信息',
  iconUrl: null,
  appState: 'published',
  nameAudit: null,
  introductionAudit: null,
  iconAudit: null,
  categories: [],
  subjectName: '示例有限公司',
  subjectType: 'company',
  subjectState: null,
  ...change
})

export const settingChange = (change: Partial<SettingChange> = {}): SettingChange => ({
  ...merchant,
  id: 'c1',
  kind: 'name',
  summary: '山野茶事 → 山野茶铺',
  state: 'done',
  startedAt: Date.now() - 60_000,
  finishedAt: Date.now(),
  actor: '小林',
  logId: null,
  error: null,
  rolloutId: null,
  ...change
})

export const profileDetail = (
  value: MerchantInformation | null = information(),
  change: Partial<ProfileDetail> = {}
): ProfileDetail => ({
  reading: { value, readAt: value && Date.now(), error: null },
  changes: [],
  running: null,
  ...change
})
