import type { CallInput, CallName, CallValue, EventName, Events } from '@shared/contract'
import type { CallResult, DeskError } from '@shared/errors'

type Answer<Name extends CallName> = CallResult<CallValue<Name>> | Promise<CallResult<CallValue<Name>>>
type Answers = { [Name in CallName]?: (input: CallInput<Name>) => Answer<Name> }

export const ok = <Value>(value: Value): CallResult<Value> => ({ ok: true, value })

export const refused = (change: Partial<DeskError> = {}): CallResult<never> => ({
  ok: false,
  error: { code: 'platform_refused', message: '没有成功', nextStep: '请稍后再试', retryable: true, ...change }
})

/** An answer that comes when the test says so. */
export function later<Value>() {
  let give: (value: Value) => void = () => {}
  const promise = new Promise<Value>((resolve) => (give = resolve))
  return { promise, give }
}

/** Puts a main process on `window.desk` that gives the answers a test wants and remembers what it was asked. */
export function installDesk(answers: Answers) {
  const asked: { name: string; input: unknown }[] = []
  const listeners = new Set<{ event: string; hear: (payload: unknown) => void }>()
  const byName = new Map<string, (input: never) => unknown>(Object.entries(answers))
  const desk = {
    async call(name: string, input: unknown): Promise<unknown> {
      asked.push({ name, input })
      const answer = byName.get(name)
      return answer ? await answer(input as never) : refused({ code: 'unknown_call', message: name })
    },
    on(event: string, hear: (payload: unknown) => void) {
      const listener = { event, hear }
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
  Object.defineProperty(window, 'desk', { value: desk, configurable: true })
  return {
    asked,
    names: () => asked.map((each) => each.name),
    listenerCount: () => listeners.size,
    send<Name extends EventName>(event: Name, payload: Events[Name]) {
      for (const listener of listeners) if (listener.event === event) listener.hear(payload)
    }
  }
}
