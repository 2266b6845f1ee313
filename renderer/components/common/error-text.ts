import type { DeskError } from '@shared/errors'

/** All that the platform's support asks for, as lines of plain text to paste into a message. */
export function supportText(error: DeskError): string {
  const lines = [
    error.merchant && `商家：${error.merchant.name}(${error.merchant.appId})`,
    `问题：${error.message}`,
    error.reason && `原因：${error.reason}`,
    error.platformCode && `平台代码：${error.platformCode}`,
    error.platformMessage && `平台信息：${error.platformMessage}`,
    error.logId && `log_id:${error.logId}`
  ]
  return lines.filter(Boolean).join('\n')
}
