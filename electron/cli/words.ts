import type { DeskError } from '@shared/errors'
import {
  rolloutFateNames,
  rolloutItemStateNames,
  rolloutStateNames,
  rolloutStepNames
} from '@shared/rules/rollout-names'
import { say } from '@shared/texts/say'
import type { Ended, LineOf, RolloutLine } from './lines'

const clockFormat = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' })
const moment = (at: number): string => clockFormat.format(at)

/** A line for a person; what is JSON for a script. */
export const lineText = (line: RolloutLine): string => `${moment(line.at)}  ${words(line)}`

function words(line: RolloutLine): string {
  switch (line.event) {
    case 'reading':
      return line.failed > 0
        ? say`正在读取商家：${line.done}/${line.total}，${line.failed} 个没有读到`
        : say`正在读取商家：${line.done}/${line.total}`
    case 'started':
      return startedText(line)
    case 'item':
      return itemText(line)
    case 'log':
      return line.text
    case 'hold':
      return say`${rolloutStateNames[line.state]}：${holdText(line.hold)}`
    case 'finished':
      return rolloutStateNames[line.state]
    case 'summary':
      return summaryText(line)
    case 'preview':
      return previewText(line)
    case 'preview_summary':
      return say`共 ${line.total} 个商家，${line.waves.length} 波：${sums(line.fates, rolloutFateNames)}`
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
  const size = say`账号「${account.name}」，${total} 个商家，${waves.length} 波`
  if (state === 'planned' && startAt !== null) {
    const at = moment(startAt)
    return isResumed
      ? say`继续「${title}」（${rolloutId}）：${size}，${at} 开始`
      : say`开始「${title}」（${rolloutId}）：${size}，${at} 开始`
  }
  return isResumed ? say`继续「${title}」（${rolloutId}）：${size}` : say`开始「${title}」（${rolloutId}）：${size}`
}

function itemText({ name, appId, step, state, error }: LineOf<'item'>): string {
  const [what, how] = [rolloutStepNames[step], rolloutItemStateNames[state]]
  return error
    ? say`${name}（${appId}） ${what} ${how}：${error.reason ?? error.message}`
    : say`${name}（${appId}） ${what} ${how}`
}

function previewText({ name, appId, wave, fate, fromVersion, toVersion, why }: LineOf<'preview'>): string {
  const versions = toVersion === null ? '' : ` ${fromVersion ?? say`（无）`} → ${toVersion}`
  const what = `${rolloutFateNames[fate]}${versions}`
  return why === null
    ? say`${name}（${appId}） 第 ${wave + 1} 波 ${what}`
    : say`${name}（${appId}） 第 ${wave + 1} 波 ${what}：${why}`
}

function holdText(hold: LineOf<'hold'>['hold']): string {
  switch (hold.by) {
    case 'gate':
      return hold.opensAt === null
        ? say`第 ${hold.wave + 1} 波结束了，下一波还没有打开`
        : say`第 ${hold.wave + 1} 波结束了，${moment(hold.opensAt)} 自动打开下一波`
    case 'train':
      return say`${hold.approved} 个商家已通过审核，还没有一起发布`
    case 'operator':
      return say`由操作人暂停`
    case 'stop_rule':
      return hold.text
    case 'account':
    case 'quota':
      return hold.error.reason ?? hold.error.message
  }
}

const endings: Readonly<Record<Ended, string>> = {
  get finished() {
    return say`已结束`
  },
  get stopped() {
    return say`已停止`
  },
  get decision() {
    return say`等你决定：加 --open-gates 或 --release-train 再运行，或在程序里决定`
  },
  get paused() {
    return say`已暂停：处理后用 --resume 继续，或在程序里处理`
  },
  get timeout() {
    return say`到了 --timeout 的时间；再运行一次会接着做`
  },
  get interrupted() {
    return say`已中断；再运行一次会接着做`
  }
}

function summaryText({ title, rolloutId, ended, total, counts, causes }: LineOf<'summary'>): string {
  const head = say`「${title}」（${rolloutId}）${endings[ended]}。共 ${total} 个商家：${sums(counts, rolloutItemStateNames)}`
  const lines = causes.map(({ title: why, advice, appIds }) => say`  ${appIds.length} 个：${why}。${advice}`)
  return [head, ...lines].join('\n')
}

function sums<Key extends string>(counts: Readonly<Record<Key, number>>, names: Readonly<Record<Key, string>>): string {
  const keys = (Object.keys(names) as Key[]).filter((key) => counts[key] > 0)
  return keys.map((key) => `${names[key]} ${counts[key]}`).join(say`，`)
}

type ErrorWords = Pick<LineOf<'error'>['error'], 'message' | 'reason' | 'nextStep' | 'platformCode' | 'logId'>

/** All in one line. */
export function errorText({ message, reason, nextStep, platformCode, logId }: ErrorWords | DeskError): string {
  const told = reason ? say`${message}：${reason}。${nextStep}` : say`${message}。${nextStep}`
  if (platformCode && logId) return say`${told}（平台错误码 ${platformCode}，log_id ${logId}）`
  if (platformCode) return say`${told}（平台错误码 ${platformCode}）`
  return logId ? say`${told}（log_id ${logId}）` : told
}
