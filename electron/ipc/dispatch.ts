import { calls, type CallName, type CallValue } from '@shared/contract'
import { DeskFailure, type AssignedError, type CallResult } from '@shared/errors'
import { clauses } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import type { z } from 'zod'
import { storageFailure } from '../services/failures'

/** What the services get: the input after its schema has parsed it. */
export type ParsedInput<Name extends CallName> = z.output<(typeof calls)[Name]['input']>

/** One handler for every call of the contract; a call without one does not compile. */
export type Handlers = {
  readonly [Name in CallName]: (input: ParsedInput<Name>) => Promise<CallValue<Name>> | CallValue<Name>
}

export type Dispatch = (name: string, input: unknown) => Promise<CallResult<unknown, AssignedError>>

/** Hears of what the operator is shown as `internal`; the one place where a bug's stack is kept. */
export type BugReport = (name: string, error: unknown) => void

/** Stands around each call that is let in, to write down what it does; answers with what `work` answers, and throws as it does. */
export type Around = (name: CallName, input: unknown, work: () => unknown) => Promise<unknown>

const alone: Around = (_name, _input, work) => Promise.resolve().then(work)

/**
 * Builds the one door through which the page's calls enter.
 *
 * It refuses unknown names, inputs that are too large and inputs of the wrong shape, calls one handler, and turns what it
 * throws into a `DeskError`. It never rejects, and a stack never leaves it.
 */
export function createDispatch(handlers: Handlers, report: BugReport, around: Around = alone): Dispatch {
  return async (name, input) => {
    if (!isCallName(name)) return failed(unknownCall(name))
    const tooLarge = sizeProblem(name, input)
    if (tooLarge) return failed(tooLarge)
    const parsed = calls[name].input.safeParse(input)
    if (!parsed.success) return failed(invalidInput(name, parsed.error))
    try {
      // The map's type ties each handler to its own schema's output; TypeScript cannot follow that through an index.
      const handler = handlers[name] as (input: unknown) => unknown
      return { ok: true, value: await around(name, parsed.data, () => handler(parsed.data)) }
    } catch (error) {
      if (error instanceof DeskFailure) return failed(error.error)
      report(name, error)
      return failed(storageFailure(error) ?? bug())
    }
  }
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name)
}

const failed = (error: AssignedError): CallResult<never, AssignedError> => ({ ok: false, error })

const bug = (): AssignedError => ({
  code: 'internal',
  message: say`操作没有完成`,
  reason: say`程序内部出错`,
  nextStep: say`请重试；如果再次出现，请把日志发给开发者`,
  retryable: true,
  actor: 'developer',
  wayOut: 'support'
})

function unknownCall(name: string): AssignedError {
  return {
    code: 'unknown_call',
    message: say`没有这个功能`,
    reason: say`接口里没有 ${printable(name)}`,
    nextStep: say`请检查调用的名称，或更新程序`,
    retryable: false,
    actor: 'operator',
    wayOut: 'update'
  }
}

/** A name may come from a stranger's script: show only what is harmless, and not all of it. */
function printable(name: string): string {
  return String(name)
    .replaceAll(/[^\w.-]/g, '?')
    .slice(0, 60)
}

/** The size is that of the input as JSON in UTF-8; what is not JSON (a cycle, a bigint) is refused here as well. */
function sizeProblem(name: CallName, input: unknown): AssignedError | null {
  const { maxBytes } = calls[name]
  let bytes: number
  try {
    bytes = Buffer.byteLength(JSON.stringify(input) ?? '')
  } catch {
    return {
      code: 'invalid_input',
      message: say`请求的内容不对`,
      reason: say`内容不是 JSON`,
      nextStep: say`请检查填写的内容`,
      retryable: false,
      actor: 'operator'
    }
  }
  if (bytes <= maxBytes) return null
  return {
    code: 'input_too_large',
    message: say`请求的内容太大`,
    reason: say`最多 ${maxBytes} 字节，收到 ${bytes} 字节`,
    nextStep: say`请减少一次提交的内容`,
    retryable: false,
    actor: 'operator'
  }
}

function invalidInput(name: CallName, error: z.ZodError): AssignedError {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.join('.') || say`（全部）`] ??= issue.message
  return {
    code: 'invalid_input',
    message: say`填写的内容不对`,
    reason: `${name}: ${clauses(Object.entries(fields).map(([field, text]) => `${field} ${text}`))}`,
    nextStep: say`请按提示修改后再试`,
    retryable: false,
    actor: 'operator',
    fields
  }
}
