/** Puts `window.desk` into the page: two functions, and nothing of Electron's. One CommonJS file, as the sandbox asks for. */
import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, eventChannel } from './channels'

type Listener = (payload: unknown) => void
const listeners = new Map<string, Set<Listener>>()

// The event object stays here: it would hand the page the means to send anything.
ipcRenderer.on(eventChannel, (_event, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload)
})

contextBridge.exposeInMainWorld('desk', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel, name, input),
  on: (event: string, listener: Listener) => {
    const own: Listener = (payload) => listener(payload)
    listeners.set(event, (listeners.get(event) ?? new Set()).add(own))
    return () => void listeners.get(event)?.delete(own)
  }
})
