import { type Control, createControl } from './control/control'
import { Counters } from './control/counters'
import { FaultBook } from './control/faults'
import { samplePictures } from './pictures'
import { Pushes } from './push/pushes'
import { newWorldState } from './sample/new-world'
import { newcomersOf } from './sample/newcomers'
import { readSampleData, type SampleData } from './sample/sample-data'
import { readStateFile, StateSaver } from './state-file'
import { CallRate } from './wire/call-rate'
import { serve } from './wire/server'
import { draw } from './world/random'
import { changeTimeFactor } from './world/speed'
import type { PlatformEvent, WorldState } from './world/state'
import { applicationOf, currentTicket } from './world/tokens'
import { World } from './world/world'

export type { Control } from './control/control'

export type SimulatorOptions = {
  /** 0: any free one. */
  port: number
  /** The same seed gives the same world. */
  seed: number
  /** Hand-written ones first, generated ones after. */
  merchants: number
  /** Work (audits, a rollback taking effect) takes its real duration divided by this. */
  timeFactor: number
  /** The waits that rules ask for (10 s between submissions, 10 min for a rollback) are divided by this. */
  waitFactor: number
  /** The folder `resources`; the sample data is below `practice`. */
  resourcesDir: string
  /**
   * The world is loaded from it when it is there and valid, whatever seed and number of merchants are asked for, and
   * saved to it. Its folder is made if missing.
   */
  stateFile?: string
  /** Real time in milliseconds. */
  now?: () => number
}

/** The simulated platform, running. */
export interface Simulator {
  /** The address that stands in for both of the platform's hosts, without a slash at the end. */
  readonly url: string
  readonly controlUrl: string
  readonly application: { readonly appId: string; readonly secret: string }
  /** The component_ticket valid now. */
  ticket(): string
  /** The same as over HTTP, in process. */
  readonly control: Control
  /** Saves the world, ends all connections and stops. */
  close(): Promise<void>
}

/**
 * Starts a server on loopback that behaves as the open platform does. Rejects when the port is taken or the sample data
 * is missing.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const realNow = options.now ?? Date.now
  const data = await readSampleData(options.resourcesDir)
  const fresh = () => freshState(data, options, realNow())
  const saved = options.stateFile === undefined ? null : await readStateFile(options.stateFile)
  const state = saved === null ? fresh() : resumed(saved, options, realNow())

  const onChange = () => saver?.changed()
  const onEvent = (event: PlatformEvent) => pushes.event(event)
  const newcomers = newcomersOf(data)
  const world = new World({
    state,
    review: data.review,
    catalogue: data.catalogue,
    capabilities: data.capabilities,
    realNow,
    onChange,
    onEvent,
    newcomers
  })
  const pushes = new Pushes({ world, realNow, baseUrl: () => server.url })
  const saver = options.stateFile === undefined ? null : new StateSaver(options.stateFile, () => world.state)
  if (saved === null) saver?.changed()
  const counters = new Counters()
  const faults = new FaultBook(randomStream(state.seed))
  const control = createControl({ world, faults, counters, pushes, freshState: fresh })
  const callRate = new CallRate(() => performance.now())
  const parts = { world, faults, counters, callRate, picture: samplePictures(options.resourcesDir) }
  const server = await serve(options.port, parts, control)
  return {
    url: server.url,
    controlUrl: `${server.url}/control`,
    application: applicationOf(state.seed),
    ticket: () => currentTicket(world).ticket,
    control,
    close: async () => {
      await pushes.close()
      await server.close()
      await saver?.close()
    }
  }
}

function freshState(data: SampleData, options: SimulatorOptions, startedAt: number): WorldState {
  const { seed, merchants, timeFactor, waitFactor } = options
  return newWorldState(data, { seed, merchants, timeFactor, waitFactor, startedAt })
}

/** A saved world goes on at the speed that is asked for now. */
function resumed(state: WorldState, { timeFactor, waitFactor }: SimulatorOptions, realNow: number): WorldState {
  changeTimeFactor(state, timeFactor, realNow + state.clockOffsetMs)
  state.waitFactor = waitFactor
  return state
}

/** Numbers in [0, 1) in the same order for the same seed. */
function randomStream(seed: number): () => number {
  let turn = 0
  return () => draw(seed, 'faults', (turn += 1))
}
