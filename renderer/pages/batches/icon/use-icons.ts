import type { MerchantRow } from '@shared/domain/merchant'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { t } from '@/i18n'
import { fitIcon, type FittedIcon } from './fit-icon'
import { matchIcons, pictureFiles, type MatchedIcon } from './match-icons'

/** A picture for a merchant as it will be sent. `preview` is an object address; null until it was looked at. */
export type PlannedIcon = MatchedIcon & {
  readonly blob: Blob | null
  readonly mark: string | null
  readonly preview: string | null
}

/** So many are shown to have been looked at together: each showing costs a pass over all of them. */
const shownTogether = 20

/** The operator's pictures: matched with merchants at once, then looked at and made to fit one by one. */
export function useIcons(merchants: () => readonly MerchantRow[]) {
  const icons = shallowRef<readonly PlannedIcon[]>([])
  const problem = ref<string | null>(null)
  const unseen = ref(0)
  const usable = computed(() => icons.value.filter((icon) => icon.problem === null && icon.blob !== null))
  const addresses = new Set<string>()
  let run = 0

  function clear(): void {
    run += 1
    addresses.forEach((address) => URL.revokeObjectURL(address))
    addresses.clear()
    icons.value = []
    problem.value = null
    unseen.value = 0
  }

  async function take(files: readonly File[]): Promise<void> {
    clear()
    const here = run
    const pictures = pictureFiles(files)
    if (pictures.length === 0) {
      problem.value = t('batches.icon.noneFound')
      return
    }
    const list = matchIcons(pictures, merchants()).map((icon): PlannedIcon => ({
      ...icon,
      blob: null,
      mark: null,
      preview: null
    }))
    icons.value = [...list]
    unseen.value = list.length
    for (const [place, icon] of list.entries()) {
      const fitted = icon.problem === null ? await fitIcon(icon.file) : null
      if (here !== run) return
      list[place] = fitted === null ? icon : looked(icon, fitted)
      unseen.value = list.length - place - 1
      if (unseen.value % shownTogether === 0) icons.value = [...list]
    }
  }

  function looked(icon: PlannedIcon, fitted: FittedIcon): PlannedIcon {
    if (fitted.kind === 'problem') return { ...icon, problem: fitted.text }
    const preview = URL.createObjectURL(fitted.blob)
    addresses.add(preview)
    return { ...icon, blob: fitted.blob, mark: fitted.mark, preview }
  }

  onScopeDispose(clear)
  return { icons, usable, unseen, problem, take, clear }
}
