/** The two IPC channels: calls from the page, events to it. Alone in a file because the preload holds nothing else of ours. */
export const callChannel = 'desk:call'
export const eventChannel = 'desk:event'
