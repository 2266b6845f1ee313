import type zh from '../zh/help'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
