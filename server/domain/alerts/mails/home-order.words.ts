/** The order of the homes of a mail in words, for where not all of them are shown. `byPlace` keeps to it. */
export const ORDER_SAID = 'New homes come first, the latest on top; then the biggest price cuts.'
