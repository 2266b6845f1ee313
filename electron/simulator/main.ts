import { resolve } from 'node:path'
import { startSimulator } from './index'
import { FlagError, type Flags, parseFlags } from './flags'

/** `npm run simulator`: the simulated platform as a program of its own (docs/simulator.md). */
try {
  await run(parseFlags(process.argv.slice(2)))
} catch (error) {
  const wrongFlag = error instanceof FlagError
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`simulator: ${wrongFlag ? reason : `could not start: ${reason}`}\n`)
  process.exitCode = wrongFlag ? 2 : 1
}

async function run({ stateFile, resourcesDir, ...flags }: Flags): Promise<void> {
  const simulator = await startSimulator({
    ...flags,
    resourcesDir: resourcesDir ?? resolve(import.meta.dirname, '../../resources'),
    ...(stateFile === undefined ? {} : { stateFile }),
    now: Date.now
  })
  const { url, controlUrl, application, control } = simulator
  const { seed, timeFactor, merchants } = control.state()
  const start = { url, controlUrl, ...application, ticket: simulator.ticket() }
  process.stdout.write(`${JSON.stringify({ ...start, merchants: merchants.length, seed, timeFactor })}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close())
}
