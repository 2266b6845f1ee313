import type zh from '../zh/settings'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
