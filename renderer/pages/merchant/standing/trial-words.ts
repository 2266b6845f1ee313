import type { TrialInformation } from '@shared/domain/standing'

const limitNames = [
  ['capabilities', '高级能力受限'],
  ['payment', '支付金额受限'],
  ['traffic', '流量受限']
] as const satisfies readonly (readonly [keyof TrialInformation['limits'], string])[]

/** What is limited while the trial operation lasts, in plain words. */
export function limitTexts(limits: TrialInformation['limits']): readonly string[] {
  return limitNames.filter(([name]) => limits[name]).map(([, text]) => text)
}

/** The score against the one that is needed to pass. */
export function scoreText({ score, passScore }: TrialInformation): string {
  const have = score === null ? '分数还没有初始化' : `现在 ${score} 分`
  if (passScore === null) return have
  const lacking = score === null ? 0 : passScore - score
  return `${have}，通过需要 ${passScore} 分${lacking > 0 ? `，还差 ${lacking} 分` : ''}`
}
