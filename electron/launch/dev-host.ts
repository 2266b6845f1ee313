import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { build, mergeConfig, type InlineConfig } from 'vite'
import { developmentConfig } from './dev-config.ts'
import { inProject, root, say } from './project.ts'

/** The loopback host while developing; address and token change when it is restarted. */
export interface DevHost {
  address(): string
  token(): string
  stop(): Promise<void>
}

type Running = { readonly child: ChildProcess; readonly address: string; readonly token: string }

/** Starts the host, watches its sources, and restarts it after every build that succeeds. */
export async function createDevHost(): Promise<DevHost> {
  let running = await startHost('0')
  let restarts: Promise<void> = Promise.resolve()
  const restart = async () => {
    const { port } = new URL(running.address)
    await stopHost(running.child)
    running = await startHost(port)
    say('主程序已重启 / the host was restarted')
  }
  await watchMain(() => {
    restarts = restarts.then(restart).catch((error: unknown) => say(String(error)))
  })
  return { address: () => running.address, token: () => running.token, stop: () => stopHost(running.child) }
}

async function startHost(port: string): Promise<Running> {
  const child = spawn(process.execPath, [inProject('out/main/serve.js'), '--no-open', '--port', port], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit']
  })
  return { child, ...greeting(await firstLine(child)) }
}

function firstLine(child: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve)
    child.once('exit', () => reject(new Error('the host did not start')))
  })
}

function greeting(line: string): { address: string; token: string } {
  const value: unknown = JSON.parse(line)
  if (typeof value !== 'object' || value === null || !('address' in value) || !('token' in value)) {
    throw new Error('the host did not say its address')
  }
  return { address: String(value.address), token: String(value.token) }
}

async function stopHost(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function watchMain(onRebuilt: () => void): Promise<void> {
  const { main } = await developmentConfig('build')
  let isFirst = true
  const closeBundle = () => {
    if (!isFirst) onRebuilt()
    isFirst = false
  }
  const watching: InlineConfig = {
    configFile: false,
    logLevel: 'warn',
    build: { watch: {}, emptyOutDir: false },
    plugins: [{ name: 'restart-host', closeBundle }]
  }
  await build(mergeConfig(main, watching))
}
