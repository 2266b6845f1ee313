import type { ServerResponse } from 'node:http'
import { say, spokenLanguage } from '@shared/texts/say'

/** Why a request is not answered, with the text the operator reads. */
const refusals = {
  401: () => say`这个地址要从程序里打开。请用启动时显示的完整地址，或重新启动程序。`,
  403: () => say`请求不是从本机的代管台页面发出的，已拒绝。`,
  404: () => say`没有这个页面。`,
  405: () => say`不支持这种请求。`,
  500: () => say`程序内部出错，请看日志。`
} as const

export type RefusalStatus = keyof typeof refusals

/** Ends the response with a short page: a plain sentence, nothing of the request in it. */
export function refuse(response: ServerResponse, status: RefusalStatus): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  const head = `<html lang="${spokenLanguage()}"><meta charset="utf-8"><title>${say`代管台`}</title>`
  response.end(`<!doctype html>${head}<p>${refusals[status]()}</p></html>\n`)
}
