/** The codes of all towns of the province. */
export async function allTowns(house) {
  const towns = [];
  for (let after = ""; ; ) {
    const { items, next } = await house.get(`/regions?level=town&limit=1000${after && `&after=${after}`}`);
    towns.push(...items.map(({ code }) => code));
    if (!next) return towns;
    after = next;
  }
}

/** A town of Zhanjiang. */
export async function aTown(house) {
  const first = async (code) => (await house.get(`/regions/${code}`)).children.find((c) => !c.special).code;
  return await first(await first("4408"));
}
