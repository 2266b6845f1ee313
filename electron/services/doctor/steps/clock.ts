import { say } from '@shared/texts/say'
import type { Examination } from '../examination'
import { bad, good, skipped, warning, type Outcome } from '../outcome'
import { timeSpan } from '../words'

const warnMs = 60_000
/** Pushed messages that are older than five minutes are refused; a minute is for their way. */
const badMs = 4 * 60_000

/** Whether this computer's clock agrees with the platform's, as its answer showed. */
export function clockStep({ skewMs }: Examination): Outcome {
  if (skewMs === null) return skipped(say`没有得到平台的时间，没有检查`)
  const off = Math.abs(skewMs)
  if (off <= warnMs) return good(say`这台电脑的时钟与平台一致（相差不到 1 分钟）`)
  const finding =
    skewMs > 0 ? say`这台电脑的时钟比平台慢 ${timeSpan(off)}` : say`这台电脑的时钟比平台快 ${timeSpan(off)}`
  return off > badMs
    ? bad(finding, { nextStep: say`请打开系统的自动校时：相差 5 分钟以上时，推送的消息会被拒收，凭据的有效期也会算错` })
    : warning(finding, { nextStep: say`请打开系统的自动校时` })
}
