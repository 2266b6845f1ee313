import type { Rollout, RolloutHold } from '@shared/domain/rollout'
import type { DeskError } from '@shared/errors'
import { waitText } from '@/pages/merchant/operations/waiting'
import { openWaveText } from './run-buttons'

/** Why a rollout does not go on, and what to press. `error`: of the account or of an allowance, to be shown in full. */
export type HoldText = { readonly title: string; readonly text: string; readonly error: DeskError | null }

/** Null while it goes on. `now`: for the countdown of a gate that opens by itself. */
export function holdText(rollout: Rollout, now: number): HoldText | null {
  const { state, hold } = rollout
  if (state === 'planned')
    return { title: '还没有开始', text: '到时候会自己开始；要提前，请按「现在开始」。', error: null }
  if (hold === null || (state !== 'deciding' && state !== 'paused')) return null
  return heldBy(hold, rollout, now)
}

function heldBy(hold: RolloutHold, rollout: Rollout, now: number): HoldText {
  switch (hold.by) {
    case 'gate':
      return gateText(hold, rollout, now)
    case 'train':
      return { title: '等你决定', text: trainText(rollout), error: null }
    case 'operator':
      return { title: '已由操作者暂停', text: pausedText, error: null }
    case 'stop_rule':
      return { title: hold.text, text: '请先看原因；处理好之后按「继续」，失败的可以重试。', error: null }
    case 'account':
      return { title: '账号现在用不了', text: '问题解决之后按「继续」。', error: hold.error }
    case 'quota':
      return { title: '平台的次数用完了', text: '次数恢复之后按「继续」。', error: hold.error }
  }
}

const pausedText = '不再开始新的；审核结果照常跟踪，但不发布。按「继续」接着做。'

function gateText({ opensAt }: Extract<RolloutHold, { by: 'gate' }>, rollout: Rollout, now: number): HoldText {
  const button = `「${openWaveText(rollout)}」`
  if (opensAt === null) return { title: '等你决定', text: `检查这一波没有问题之后，按${button}。`, error: null }
  const wait = opensAt > now ? `会在 ${waitText(opensAt - now)}后` : '马上'
  const choice = `不用等就按${button}，要它等就按「暂停」。`
  return { title: '下一波自动打开', text: `不再出错的话${wait}打开。${choice}`, error: null }
}

function trainText({ counts }: Rollout): string {
  const trouble = counts.failed + counts.rejected + counts.blocked
  return trouble === 0 ? '按「一起发布」换上新版本。' : `另有 ${trouble} 个没有成功，可以先处理它们，再按「一起发布」。`
}
