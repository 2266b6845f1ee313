import { createServer, mergeConfig, type InlineConfig, type Plugin, type ProxyOptions } from 'vite'
import { developmentConfig } from './dev-config.ts'
import type { DevHost } from './dev-host.ts'
import { inProject, root } from './project.ts'

/** Vite's server for the page, with `window.desk` and everything behind it taken from the host. Resolves with its address. */
export async function startPageServer(host: DevHost): Promise<string> {
  const { renderer } = await developmentConfig('serve')
  const own: InlineConfig = {
    configFile: false,
    server: {
      host: '127.0.0.1',
      fs: { allow: [root] },
      proxy: { '^/desk$': throughHost(host, true), '^/media/': throughHost(host, false) }
    },
    plugins: [bridge]
  }
  const server = await createServer(mergeConfig(renderer, own))
  await server.listen()
  const [url] = server.resolvedUrls?.local ?? []
  if (!url) throw new Error('Vite did not say its address')
  return url
}

/** Runs the bridge from its source, before the application. */
const bridge: Plugin = {
  name: 'desk-bridge',
  transformIndexHtml: () => [
    {
      tag: 'script',
      attrs: { type: 'module', src: `/@fs/${inProject('electron/loopback/bridge.ts').replace(/^\//, '')}` },
      injectTo: 'head-prepend'
    }
  ]
}

/** The host lets in its own origin and its token only, and has new ones after each restart. */
function throughHost(host: DevHost, ws: boolean): ProxyOptions {
  return {
    target: host.address(),
    changeOrigin: true,
    ws,
    configure: (proxy) => {
      const admit = (request: { setHeader(name: string, value: string): unknown }) => {
        request.setHeader('authorization', `Bearer ${host.token()}`)
        request.setHeader('origin', host.address())
      }
      proxy.on('proxyReq', admit)
      proxy.on('proxyReqWs', admit)
    }
  }
}
