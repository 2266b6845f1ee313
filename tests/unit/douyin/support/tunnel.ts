import { createServer as createHttpServer, type IncomingMessage } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, type AddressInfo, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** For `open.platform.test`, signed by itself; known to nobody but these tests. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgdTbOv1SJB5w85qBD
WsLxrEn1GITohC+6RydGN1XYZBqhRANCAART8b6/ynE+qMlKiERIz/Jb4ePqfftd
Btn3w+jDiqpNasu7SOFZlaGD95D614fjmfkv/saW6deYCLc+kZSTXDPG
-----END PRIVATE KEY-----`

export const certificate = `-----BEGIN CERTIFICATE-----
MIIBfDCCASKgAwIBAgIBATAKBggqhkjOPQQDAjAdMRswGQYDVQQDDBJvcGVuLnBs
YXRmb3JtLnRlc3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMB0x
GzAZBgNVBAMMEm9wZW4ucGxhdGZvcm0udGVzdDBZMBMGByqGSM49AgEGCCqGSM49
AwEHA0IABFPxvr/KcT6oyUqIREjP8lvh4+p9+10G2ffD6MOKqk1qy7tI4VmVoYP3
kPrXh+OZ+S/+xpbp15gItz6RlJNcM8ajUTBPMB0GA1UdEQQWMBSCEm9wZW4ucGxh
dGZvcm0udGVzdDAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBQzPLJnIeaMwwjI
YNQ21zdoWPYAmTAKBggqhkjOPQQDAgNIADBFAiEA8jRHNVh+Sl5VxupsfXn7/R/w
4fakpGevSxlf1QyqlpoCIDk0pEYCbyfJYC+9BXD49C+EMa4xf38MgiHR7doE7H8y
-----END CERTIFICATE-----`

export const host = 'open.platform.test'

/** A TLS server that stands in for the platform; it keeps the paths that it was asked for. */
export async function secureServer() {
  const paths: string[] = []
  const server = createTlsServer({ key, cert: certificate }, (request, response) => {
    paths.push(request.url ?? '')
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('{"component_access_token":"clt.1","expires_in":7200}')
  })
  return { paths, port: await listening(server) }
}

/** A proxy that leads every tunnel to one port of this machine, or does with it what the test says. */
export async function proxyServer(port: number, answer?: (socket: Socket) => void) {
  const asked: string[] = []
  const plain: string[] = []
  const sockets = new Set<Socket>()
  const server = createHttpServer((request, response) => {
    plain.push(request.url ?? '')
    response.writeHead(500).end()
  })
  server.on('connection', (socket) => void sockets.add(socket))
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push(`${request.url} ${JSON.stringify(request.headers)}`)
    socket.on('error', () => undefined)
    if (answer) return answer(socket)
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    onward.on('error', () => socket.destroy())
  })
  onTestFinished(() => {
    for (const each of sockets) each.destroy()
  })
  return { url: `http://127.0.0.1:${await listening(server)}`, asked, plain }
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}
