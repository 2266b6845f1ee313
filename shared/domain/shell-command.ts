/**
 * What the application's menu, its tray, a notification or a deep link asks of the page: a closed set. `page` is the rail's entry
 * of that number, from 1; `open` a path of the page's own router (`/rollouts/1/2`).
 */
export type ShellCommand =
  | { readonly name: 'settings' | 'palette' | 'search' | 'new_rollout' | 'refresh' | 'print' | 'help' }
  | { readonly name: 'page'; readonly number: number }
  | { readonly name: 'open'; readonly path: string }
