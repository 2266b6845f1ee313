import type { AppState, AuthorizationState } from '@shared/domain/merchant'
import type { OperationKind, OperationState } from '@shared/domain/operation'
import type { ProfileAuditState } from '@shared/domain/profile'
import type { VersionStage } from '@shared/domain/version'
import { operationNames } from '@shared/rules/operation-names'
import { t } from '@/i18n'
import type { StateIcon } from './state-icons'

/** The colours of `StateTag`. */
export type Tone = 'success' | 'warning' | 'danger' | 'info' | 'neutral'

/** 版本阶段 in the platform's words. */
export const stageNames: Readonly<Record<VersionStage, string>> = {
  latest: t('common.stage.latest'),
  audit: t('common.stage.audit'),
  gray: t('common.stage.gray'),
  current: t('common.stage.current')
}

/** What the operator does, as a noun for sentences and as the verb on its button. */
export const operationWords: Readonly<Record<OperationKind, { readonly noun: string; readonly verb: string }>> = {
  upload: { noun: operationNames.upload, verb: t('common.verb.upload') },
  submit: { noun: operationNames.submit, verb: t('common.verb.submit') },
  resubmit: { noun: operationNames.resubmit, verb: t('common.verb.resubmit') },
  withdraw: { noun: operationNames.withdraw, verb: t('common.verb.withdraw') },
  release: { noun: operationNames.release, verb: t('common.verb.release') },
  rollback: { noun: operationNames.rollback, verb: t('common.verb.rollback') }
}

export const appStateWords: Readonly<Record<AppState, { readonly kind: Tone; readonly text: string }>> = {
  not_published: { kind: 'neutral', text: t('common.appState.notPublished') },
  published: { kind: 'success', text: t('common.appState.published') },
  offline: { kind: 'danger', text: t('common.appState.offline') }
}

export const authorizationWords: Readonly<Record<AuthorizationState, { readonly kind: Tone; readonly text: string }>> =
  {
    authorized: { kind: 'success', text: t('common.authorization.authorized') },
    lost: { kind: 'danger', text: t('common.authorization.lost') },
    unknown: { kind: 'neutral', text: t('common.authorization.unknown') }
  }

/** A state as `StateTag` takes it. */
export type StateLook = { readonly kind: Tone; readonly text: string; readonly icon: StateIcon }

/** How a change of a merchant's set-up ended. Where the platform took it, its review comes later. */
export const settingStateWords: Readonly<Record<OperationState, StateLook>> = {
  intended: { kind: 'info', text: t('common.setting.intended'), icon: 'waiting' },
  done: { kind: 'success', text: t('common.setting.done'), icon: 'done' },
  refused: { kind: 'danger', text: t('common.setting.refused'), icon: 'failed' },
  not_carried_out: { kind: 'neutral', text: t('common.setting.notCarriedOut'), icon: 'takenBack' },
  unknown: { kind: 'warning', text: t('common.setting.unknown'), icon: 'attention' }
}

/** The review of a name, an introduction or an icon. */
export const profileAuditWords: Readonly<Record<ProfileAuditState, StateLook>> = {
  in_review: { kind: 'info', text: t('common.profileAudit.inReview'), icon: 'waiting' },
  approved: { kind: 'success', text: t('common.profileAudit.approved'), icon: 'done' },
  rejected: { kind: 'danger', text: t('common.profileAudit.rejected'), icon: 'failed' },
  expired: { kind: 'danger', text: t('common.profileAudit.expired'), icon: 'attention' }
}
