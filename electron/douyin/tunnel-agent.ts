import type { ClientRequest } from 'node:http'
import { HttpsProxyAgent } from 'https-proxy-agent'

/** The code of the error for a proxy that opened no tunnel: nothing was sent to the platform. */
export const tunnelCode = 'ERR_PROXY_TUNNEL'

type Connecting = Parameters<HttpsProxyAgent<string>['connect']>[1]

/**
 * Carries TLS through an HTTP proxy by CONNECT, so that the proxy sees no more than the host. Where the proxy refuses, the
 * library would hand its answer on as if the platform had given it; here the request fails instead.
 */
export class TunnelAgent extends HttpsProxyAgent<string> {
  override async connect(request: ClientRequest, options: Connecting) {
    let status: unknown
    request.once('proxyConnect', (answer: { readonly statusCode: number }) => void (status = answer.statusCode))
    const socket = await super.connect(request, options).catch((error: unknown) => {
      throw tunnelError(error)
    })
    if (status === 200) return socket
    socket.destroy()
    throw tunnelError(null)
  }
}

/** Keeps the code of a proxy that can not be reached. */
function tunnelError(error: unknown): Error {
  if (error instanceof Error && 'code' in error) return error
  return Object.assign(new Error('the proxy opened no tunnel'), { code: tunnelCode })
}
