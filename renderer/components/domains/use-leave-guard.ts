import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'

/** Asks before the operator goes to another page or tab while something is typed that was not sent. */
export function useLeaveGuard(hasInput: () => boolean, mayLose: () => Promise<boolean>): void {
  const guard = async (): Promise<boolean> => !hasInput() || (await mayLose())
  onBeforeRouteLeave(guard)
  onBeforeRouteUpdate(guard)
}
