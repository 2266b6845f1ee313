import { diagnosisSteps, type DiagnosisStep } from '@shared/domain/diagnosis'
import type { AppInfo } from '@shared/contract'
import type { Account } from '@shared/domain/account'
import { chinaTime } from '@/composables/china-time'
import type { Tone } from '@/components/common/words'
import { t } from '@/i18n'
import { accountName } from '@/pages/accounts/account-looks'
import { stepLook, stepNames } from './step-look'

/** The outcome in a line, and what to do first. */
export type DiagnosisSummary = { readonly kind: Tone; readonly title: string; readonly text: string | null }

type Steps = readonly DiagnosisStep[]

/** What the operator needs to know of a diagnosis: while it runs where it is, then how many things want doing. */
export function summaryOf(steps: Steps, running: boolean): DiagnosisSummary {
  if (running) return progressOf(steps)
  const bad = steps.filter(({ state }) => state === 'bad')
  const warnings = steps.filter(({ state }) => state === 'warning')
  const first = bad[0] ?? warnings[0]
  if (!first) return { kind: 'success', title: t('diagnosis.summary.allGood'), text: null }
  return {
    kind: bad.length > 0 ? 'danger' : 'warning',
    title: sumOf(bad.length, warnings.length),
    text: t('diagnosis.summary.lookFirst', { step: stepNames[first.name], text: first.nextStep ?? first.finding })
  }
}

function sumOf(bad: number, warnings: number): string {
  if (warnings === 0) return t('diagnosis.summary.bad', { n: bad })
  if (bad === 0) return t('diagnosis.summary.warnings', { n: warnings })
  return t('diagnosis.summary.badAndWarnings', { n: bad, warnings })
}

function progressOf(steps: Steps): DiagnosisSummary {
  const done = steps.filter(({ state }) => state !== 'running').length
  const current = steps.find(({ state }) => state === 'running')
  const place = `${done} / ${diagnosisSteps.length}`
  const now = current ? t('diagnosis.summary.now', { step: stepNames[current.name] }) : null
  return { kind: 'info', title: t('diagnosis.summary.checking', { place }), text: now }
}

/** A diagnosis as plain text for whoever is asked for help. The steps hold no secret. */
export function diagnosisText(
  steps: Steps,
  about: { account: Account | null; info: AppInfo | null; at: number }
): string {
  const { account, info, at } = about
  return [
    account
      ? t('diagnosis.text.titleOf', { name: accountName(account), appId: account.componentAppId })
      : t('diagnosis.text.title'),
    t('diagnosis.text.time', { time: chinaTime(at) }),
    ...(info ? [programText(info)] : []),
    t('diagnosis.text.outcome', { outcome: summaryOf(steps, false).title }),
    ...steps.flatMap(stepLines)
  ].join('\n')
}

function programText({ version, host, platform }: AppInfo): string {
  return t('diagnosis.text.program', { version, host: t(`diagnosis.text.${host}`), platform })
}

function stepLines(step: DiagnosisStep, place: number): string[] {
  const { name, finding, nextStep, tookMs } = step
  const values = { place: place + 1, step: stepNames[name], state: stepLook(step).text, finding }
  return [
    tookMs === null ? t('diagnosis.text.step', values) : t('diagnosis.text.stepTook', { ...values, ms: tookMs }),
    ...(nextStep === null ? [] : [t('diagnosis.text.nextStep', { text: nextStep })]),
    ...platformLine(step)
  ]
}

function platformLine({ platformCode, logId }: DiagnosisStep): string[] {
  if (platformCode && logId) return [t('diagnosis.text.codeAndLogId', { code: platformCode, logId })]
  if (platformCode) return [t('diagnosis.text.platformCode', { code: platformCode })]
  return logId ? [t('diagnosis.text.logId', { logId })] : []
}
