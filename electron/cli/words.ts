import type { DeskError } from '@shared/errors'
import {
  rolloutFateNames,
  rolloutItemStateNames,
  rolloutStateNames,
  rolloutStepNames
} from '@shared/rules/rollout-names'
import type { Ended, LineOf, RolloutLine } from './lines'

const clockFormat = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' })
const moment = (at: number): string => clockFormat.format(at)

/** A line for a person; what is JSON for a script. */
export const lineText = (line: RolloutLine): string => `${moment(line.at)}  ${words(line)}`

function words(line: RolloutLine): string {
  switch (line.event) {
    case 'reading':
      return `正在读取商家：${line.done}/${line.total}${line.failed > 0 ? `，${line.failed} 个没有读到` : ''}`
    case 'started':
      return startedText(line)
    case 'item':
      return itemText(line)
    case 'log':
      return line.text
    case 'hold':
      return `${rolloutStateNames[line.state]}：${holdText(line.hold)}`
    case 'finished':
      return rolloutStateNames[line.state]
    case 'summary':
      return summaryText(line)
    case 'preview':
      return previewText(line)
    case 'preview_summary':
      return `共 ${line.total} 个商家，${line.waves.length} 波：${sums(line.fates, rolloutFateNames)}`
    case 'error':
      return errorText(line.error)
  }
}

function startedText({
  title,
  rolloutId,
  account,
  total,
  waves,
  isResumed,
  state,
  startAt
}: LineOf<'started'>): string {
  const begins = state === 'planned' && startAt !== null ? `，${moment(startAt)} 开始` : ''
  const what = isResumed ? '继续' : '开始'
  return `${what}「${title}」（${rolloutId}）：账号「${account.name}」，${total} 个商家，${waves.length} 波${begins}`
}

function itemText({ name, appId, step, state, error }: LineOf<'item'>): string {
  const why = error ? `：${error.reason ?? error.message}` : ''
  return `${name}（${appId}） ${rolloutStepNames[step]} ${rolloutItemStateNames[state]}${why}`
}

function previewText({ name, appId, wave, fate, fromVersion, toVersion, why }: LineOf<'preview'>): string {
  const versions = toVersion === null ? '' : ` ${fromVersion ?? '（无）'} → ${toVersion}`
  return `${name}（${appId}） 第 ${wave + 1} 波 ${rolloutFateNames[fate]}${versions}${why === null ? '' : `：${why}`}`
}

function holdText(hold: LineOf<'hold'>['hold']): string {
  switch (hold.by) {
    case 'gate':
      return hold.opensAt === null
        ? `第 ${hold.wave + 1} 波结束了，下一波还没有打开`
        : `第 ${hold.wave + 1} 波结束了，${moment(hold.opensAt)} 自动打开下一波`
    case 'train':
      return `${hold.approved} 个商家已通过审核，还没有一起发布`
    case 'operator':
      return '由操作人暂停'
    case 'stop_rule':
      return hold.text
    case 'account':
    case 'quota':
      return hold.error.reason ?? hold.error.message
  }
}

const endings: Readonly<Record<Ended, string>> = {
  finished: '已结束',
  stopped: '已停止',
  decision: '等你决定：加 --open-gates 或 --release-train 再运行，或在程序里决定',
  paused: '已暂停：处理后用 --resume 继续，或在程序里处理',
  timeout: '到了 --timeout 的时间；再运行一次会接着做',
  interrupted: '已中断；再运行一次会接着做'
}

function summaryText({ title, rolloutId, ended, total, counts, causes }: LineOf<'summary'>): string {
  const head = `「${title}」（${rolloutId}）${endings[ended]}。共 ${total} 个商家：${sums(counts, rolloutItemStateNames)}`
  const lines = causes.map(({ title: why, advice, appIds }) => `  ${appIds.length} 个：${why}。${advice}`)
  return [head, ...lines].join('\n')
}

function sums<Key extends string>(counts: Readonly<Record<Key, number>>, names: Readonly<Record<Key, string>>): string {
  const keys = (Object.keys(names) as Key[]).filter((key) => counts[key] > 0)
  return keys.map((key) => `${names[key]} ${counts[key]}`).join('，')
}

type ErrorWords = Pick<LineOf<'error'>['error'], 'message' | 'reason' | 'nextStep' | 'platformCode' | 'logId'>

/** All in one line. */
export function errorText({ message, reason, nextStep, platformCode, logId }: ErrorWords | DeskError): string {
  const quoted = [platformCode && `平台错误码 ${platformCode}`, logId && `log_id ${logId}`].filter(Boolean).join('，')
  return `${message}${reason ? `：${reason}` : ''}。${nextStep}${quoted ? `（${quoted}）` : ''}`
}
