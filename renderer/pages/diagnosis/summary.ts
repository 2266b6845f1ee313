import { diagnosisSteps, type DiagnosisStep } from '@shared/domain/diagnosis'
import type { AppInfo } from '@shared/contract'
import type { Account } from '@shared/domain/account'
import { chinaTime } from '@/composables/china-time'
import type { Tone } from '@/components/common/words'
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
  if (!first) return { kind: 'success', title: '全部正常', text: null }
  const parts = [bad.length > 0 && `${bad.length} 项需要处理`, warnings.length > 0 && `${warnings.length} 项请留意`]
  return {
    kind: bad.length > 0 ? 'danger' : 'warning',
    title: parts.filter(Boolean).join('，'),
    text: `先看「${stepNames[first.name]}」：${first.nextStep ?? first.finding}`
  }
}

function progressOf(steps: Steps): DiagnosisSummary {
  const done = steps.filter(({ state }) => state !== 'running').length
  const current = steps.find(({ state }) => state === 'running')
  const place = `${done} / ${diagnosisSteps.length}`
  return { kind: 'info', title: `正在检查 ${place}`, text: current ? `现在：${stepNames[current.name]}` : null }
}

/** A diagnosis as plain text for whoever is asked for help. The steps hold no secret. */
export function diagnosisText(
  steps: Steps,
  about: { account: Account | null; info: AppInfo | null; at: number }
): string {
  const { account, info, at } = about
  return [
    account ? `连接诊断：${account.name}（${account.componentAppId}）` : '连接诊断',
    `时间：${chinaTime(at)}（中国时间）`,
    ...(info
      ? [`程序：代管台 ${info.version} · ${info.host === 'electron' ? '桌面程序' : '本机浏览器'} · ${info.platform}`]
      : []),
    `结果：${summaryOf(steps, false).title}`,
    ...steps.flatMap(stepLines)
  ].join('\n')
}

function stepLines(step: DiagnosisStep, place: number): string[] {
  const { name, finding, nextStep, tookMs, platformCode, logId } = step
  const took = tookMs === null ? '' : `（${tookMs} 毫秒）`
  const platform = [platformCode && `平台代码 ${platformCode}`, logId && `log_id ${logId}`].filter(Boolean).join('，')
  return [
    `${place + 1}. ${stepNames[name]}：${stepLook(step).text}。${finding}${took}`,
    ...(nextStep === null ? [] : [`   下一步：${nextStep}`]),
    ...(platform === '' ? [] : [`   ${platform}`])
  ]
}
