import type { OperationKind } from '@shared/domain/operation'
import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** What the address of a merchant's page can ask for (`?ask=upload`): an operation's dialog, or the codes. */
export type Asked = OperationKind | 'codes'

const asked: readonly Asked[] = ['upload', 'submit', 'resubmit', 'withdraw', 'release', 'rollback', 'codes']

/** Tells what the address asks for, once: it is taken out of it, so that coming back does not ask again. */
export function useAsked(answer: (ask: Asked) => void): void {
  const route = useRoute()
  const router = useRouter()
  watch(
    () => route.query['ask'],
    (value) => {
      if (value === undefined) return
      void router.replace({ query: { ...route.query, ask: undefined } })
      const known = asked.find((each) => each === value)
      if (known) answer(known)
    },
    { immediate: true }
  )
}
