import type { ServerResponse } from 'node:http'

/** Why a request is not answered, with the text the operator reads. */
const refusals = {
  401: '这个地址要从程序里打开。请用启动时显示的完整地址，或重新启动程序。',
  403: '请求不是从本机的代管台页面发出的，已拒绝。',
  404: '没有这个页面。',
  405: '不支持这种请求。',
  500: '程序内部出错，请看日志。'
} as const

export type RefusalStatus = keyof typeof refusals

/** Ends the response with a short page: a plain sentence, nothing of the request in it. */
export function refuse(response: ServerResponse, status: RefusalStatus): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>代管台</title><p>${refusals[status]}</p></html>\n`
  )
}
