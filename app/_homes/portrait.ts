/** Where the picture of a person of ours stands; `photoOrigin` has no slash at the end. */
export const portraitUrl = (photoOrigin: string, fullName: string, width = 112) => {
  const slug = fullName
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${photoOrigin}/people/${slug}.jpg?w=${width}`
}
