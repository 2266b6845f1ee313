import { codeStages, type CodeStage, type VersionList } from '@shared/domain/version'
import { t } from '@/i18n'

/** The stages that have a trial code, as the operator calls their versions. */
export const codeStageNames: Readonly<Record<CodeStage, string>> = {
  latest: t('codes.stages.latest'),
  audit: t('codes.stages.audit'),
  current: t('codes.stages.current')
}

/** Why a stage without a version has no code. */
export const missingStageTexts: Readonly<Record<CodeStage, string>> = {
  latest: t('codes.missing.latest'),
  audit: t('codes.missing.audit'),
  current: t('codes.missing.current')
}

/** Why a stage has no code to show; null where it has one (page "获取二维码": a stage without a version has none). */
export function codeUnavailable(versions: VersionList | null, stage: CodeStage): string | null {
  if (versions === null) return t('codes.missing.unread')
  return versions[stage] === null ? missingStageTexts[stage] : null
}

/** The next stage in a direction that has a code, going round; the same one where there is no other. */
export function neighbourStage(versions: VersionList | null, stage: CodeStage, step: 1 | -1): CodeStage {
  const reachable = codeStages.filter((each) => codeUnavailable(versions, each) === null)
  const index = reachable.indexOf(stage)
  return reachable.at((index + step) % reachable.length) ?? stage
}

/** The stage whose code is opened when none is named: the one furthest from being online. */
export function firstCodeStage(versions: VersionList | null): CodeStage | null {
  return codeStages.find((each) => codeUnavailable(versions, each) === null) ?? null
}
