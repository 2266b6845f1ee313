import type { TrialCode } from '@shared/domain/code'

const minuteMs = 60_000

/** How long a trial code can still be used, in words. */
export function validityText({ expiresAt }: Pick<TrialCode, 'expiresAt'>, now: number): string {
  if (expiresAt === null) return '平台没有给出有效期'
  const leftMs = expiresAt - now
  if (leftMs <= 0) return '已过期'
  if (leftMs < minuteMs) return `还有 ${Math.ceil(leftMs / 1000)} 秒有效`
  const minutes = Math.floor(leftMs / minuteMs)
  if (minutes < 60) return `还有 ${minutes} 分钟有效`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `还有 ${hours} 小时有效` : `还有 ${Math.floor(hours / 24)} 天有效`
}
