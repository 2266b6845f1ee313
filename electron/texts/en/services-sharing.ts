import type { Dictionary } from '@shared/texts/say'

/** Tokens that several computers share through a relay. */
export const sharingServiceTexts: Dictionary = {
  还没有连上中继: 'The relay is not connected yet',
  令牌没有存入这台电脑: 'The tokens could not be kept on this computer',
  '中继上还没有令牌：负责更新的电脑还没有交出来':
    'The relay has no tokens yet: the computer that renews them has not handed any over',
  '中继上的令牌打不开：请核对各台电脑填写的 AppSecret 是否相同':
    'The tokens at the relay cannot be opened: check that all computers have the same AppSecret',
  '中继不接受这个密钥，或没有登记这个应用': 'The relay does not accept this secret, or does not know this application',
  中继地址上的回答不是中继给出的: 'What answers at the relay’s address is no relay',
  '令牌太多，超过了中继能保存的大小，别的电脑拿不到新令牌':
    'The tokens are more than the relay can keep; other computers get no new ones'
}
