import type { EventName, Events } from '@shared/contract'
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { Desk } from '../desk'
import type { Logger } from '../ports'
import { isOwnAddress, origin } from './addresses'
import { callChannel, eventChannel } from './channels'

/** What is looked at of the sender of a call. */
export type Sender = {
  readonly contentsId: number
  readonly frame: { readonly origin: string; readonly url: string; readonly parent: unknown } | null
}

/**
 * Whether a call comes from our own page: the known window, its main frame, and our own origin. A frame that has gone, an
 * empty address and `about:blank` are refused like any other.
 */
export function isTrustedSender({ contentsId, frame }: Sender, windowContentsId: number): boolean {
  if (contentsId !== windowContentsId || frame === null) return false
  return frame.parent === null && frame.origin === origin && isOwnAddress(frame.url)
}

export type BridgeOptions = {
  readonly ipc: Pick<IpcMain, 'handle'>
  readonly contents: WebContents
  readonly desk: Promise<Desk>
  readonly logger: Logger
}

/** Carries the page's calls to the desk, and the desk's events to the page. */
export function installBridge({ ipc, contents, desk, logger }: BridgeOptions): void {
  ipc.handle(callChannel, async (event, name: unknown, input: unknown) => {
    if (!isTrustedSender(senderOf(event), contents.id)) {
      logger.warn('a call from a foreign sender was refused')
      throw new Error('refused')
    }
    return (await desk).call(String(name), input)
  })
  void desk.then(
    (opened) => opened.onEvent(({ name, payload }) => sendEvent(contents, name, payload)),
    () => undefined // the start itself tells that the desk did not open
  )
}

/** Sends the page an event of the contract; one that is gone hears nothing. */
export function sendEvent<Name extends EventName>(
  contents: Pick<WebContents, 'isDestroyed' | 'send'>,
  name: Name,
  payload: Events[Name]
): void {
  if (!contents.isDestroyed()) contents.send(eventChannel, name, payload)
}

const senderOf = ({ sender, senderFrame }: IpcMainInvokeEvent): Sender => ({
  contentsId: sender.id,
  frame: senderFrame
})
