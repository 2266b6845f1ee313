import type { Rollout } from '@shared/domain/rollout'
import type { RolloutAction } from '@shared/rules/rollout-actions'
import { confirmed } from '@/components/common/confirmed'
import { waveName } from './run-sentence'

/** Asks before what can not be taken back, or reaches every user; answers whether to go on. */
export function mayDo(action: RolloutAction, rollout: Rollout): Promise<boolean> {
  switch (action) {
    case 'stop':
      return confirmed('停止这次批量发布？', stopText(rollout), '停止')
    case 'releaseTogether':
      return confirmed(`一起发布 ${rollout.counts.approved} 个商家？`, releaseText(rollout), '一起发布')
    case 'openWave':
      return rollout.state === 'running' ? confirmed('现在就打开下一波？', waveText(rollout), '打开') : yes
    case 'pause':
    case 'resume':
    case 'retry':
      return yes
  }
}

const yes = Promise.resolve(true)

function stopText({ plan: { title }, counts }: Rollout): string {
  const left = `「${title}」还没开始的 ${counts.waiting} 个商家会跳过，停止后不能继续。正在发送的会做完。`
  const reviews = counts.reviewing + counts.approved
  return reviews === 0 ? left : `${left}已提交的 ${reviews} 个审核在平台照常进行，不撤回，也不自动发布。`
}

function releaseText({ plan: { work, title }, counts }: Rollout): string {
  const version = work.kind === 'ship' ? `版本 ${work.version}` : '通过审核的版本'
  return `「${title}」里 ${counts.approved} 个商家的线上版本会换成${version}，对所有用户生效。`
}

function waveText(rollout: Rollout): string {
  const { wave, waves } = rollout
  const total = waves[wave + 1]?.total ?? 0
  return `${waveName(rollout, wave)}还没有结束。现在打开${waveName(rollout, wave + 1)}，它的 ${total} 个商家会马上开始。`
}

/** One can be taken back with a retry at once; many are worth a question. */
export function maySkip(count: number): Promise<boolean> {
  if (count <= 1) return yes
  return confirmed(`跳过 ${count} 个商家？`, '跳过的商家不再发送，也不再跟踪审核。之后可以用「重试」重新开始。', '跳过')
}
