/** Where the storm stands in the pictures: one hour before it comes ashore. */
const STORM_AT = "2015-10-04T13:20:00.000+08:00";
const BATCH = 1_000;
const HOUR = 3_600_000;
/** Chance that is the same in every run. */
const seeded = (place, salt) => {
  let hash = salt;
  for (const char of String(place)) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return (hash % 10_000) / 10_000;
};

/** A house with a day of peace in `live` and the drill of Mujigae one hour before landfall, each with what people have set going. */
export async function furnish(house) {
  let sent = 0;
  const command = async (kind, data, { situation = "live", as = "commander@44" } = {}) => (await house.call(as, "POST", "/commands", { id: `picture-${++sent}`, kind, situation, data })).result;
  await peace(house);
  await command("situation.pause", { situation: "storm" });
  await command("situation.seek", { situation: "storm", to: STORM_AT });
  await incident(command, "live", { type: "water.flash.flood", region: "440281", title: "【示例】坪石镇山洪沟水位快涨", grade: 4, unit: "440281:flood", order: "巡查沿河低洼户，每半小时报一次水位" });
  await incident(command, "live", { type: "grid.hazard.street", region: "440606", title: "【示例】北滘镇围挡倾斜占道" });
  await incident(command, "storm", { type: "emg.evacuate.order", region: "440825", title: "【演练】外罗港渔排人员上岸", grade: 3, unit: "440825:flood", order: "渔排人员 15:30 前全部上岸，逐排清点后报数" });
  await incident(command, "storm", { type: "water.flash.flood", region: "440882", title: "【演练】东里镇海堤渗漏", grade: 3, unit: "440882:flood", order: "组织堤后低洼处群众转移，备足沙袋" });
  await incident(command, "storm", { type: "emg.evacuate.order", region: "440883", title: "【演练】吴阳镇低洼片区群众转移", grade: 3, unit: "440883:flood", order: "低洼片区群众 14:30 前转移到就近避护场所，逐户清点", minutes: 40 });
  await incident(command, "storm", { type: "emg.evacuate.order", region: "440904", title: "【演练】博贺港渔船回港避风", grade: 3, unit: "440904:flood", order: "未回港渔船逐船联系，报船名、位置和预计回港时间", minutes: 25 });
  await incident(command, "storm", { type: "water.flash.flood", region: "440981", title: "【演练】山区村组地质灾害隐患点排查", grade: 4, unit: "440981:flood", order: "隐患点住户逐户核对，能转移的先转移", minutes: 120 });
  await incident(command, "storm", { type: "grid.hazard.street", region: "440803", title: "【演练】海滨路广告牌松动" });
  await incident(command, "storm", { type: "grid.hazard.street", region: "440802", title: "【演练】行道树倒伏占道" });
  await command("response.raise", { region: "44", kind: "typhoon", level: 3, reason: "台风逼近，会商决定" }, { situation: "storm" });
  return { command };
}
async function incident(command, situation, { type, region, title, grade, unit, order, minutes = 90 }) {
  const here = { situation };
  const { incident: id } = await command("incident.report", { type, region, title }, here);
  if (!grade) return;
  await command("incident.verify", { incident: id, note: "已核实" }, here);
  await command("incident.grade", { incident: id, grade, reason: "按预案" }, here);
  await command("task.dispatch", { incident: id, unit, text: order, deadline: new Date(Date.now() + minutes * 60_000).toISOString() }, here);
}

/** Numbers of one quiet day, the last hour in every place, the hours before at the stations. */
async function peace(house) {
  const regions = async (level) => {
    const out = [];
    for (let after = ""; ; ) {
      const { items, next } = await house.get(`/regions?level=${level}&limit=1000${after && `&after=${after}`}`);
      out.push(...items.map(({ code }) => code));
      if (!next) return out;
      after = next;
    }
  };
  const sites = async (kind) => (await house.get(`/sites?kind=${kind}`)).items.map(({ id }) => id);
  const send = async (samples) => {
    for (let from = 0; from < samples.length; from += BATCH) await house.samples(samples.slice(from, from + BATCH));
  };
  const now = Date.now();
  const at = (ms) => new Date(ms).toISOString();
  const [towns, villages, gauges, stations, hospitals] = [await regions("town"), await regions("village"), await sites("river-gauge"), await sites("weather-station"), await sites("hospital")];
  for (let hour = 24; hour >= 0; hour--) {
    const observedAt = at(now - hour * HOUR);
    const day = Math.sin(((24 - hour) / 24) * 2 * Math.PI);
    await send([
      // One river is over its warning stage at last.
      ...gauges.map((place) => ({ indicator: "water.river.level", place, observedAt, value: place === "rg-shijiao" ? Math.round((0.12 - 0.07 * hour) * 100) / 100 : Math.round((-2.6 + 1.2 * seeded(place, 3) + 0.25 * day) * 100) / 100 })),
      ...stations.flatMap((place) => [
        { indicator: "water.rain.hour", place, observedAt, value: hour % 7 === 3 ? 1.5 : 0 },
        { indicator: "met.wind.mean", place, observedAt, value: Math.round((2.4 + 0.9 * day) * 10) / 10 },
        { indicator: "met.rain.24h", place, observedAt, value: Math.round((9 - 0.2 * hour) * 10) / 10 },
      ]),
      ...hospitals.map((place) => ({ indicator: "hlth.fever.visit", place, observedAt, value: Math.round((24 - hour) * (2 + 3 * seeded(place, 5))) })),
    ]);
  }
  // Two counties have not reported: a sum says so, and their land is hatched.
  const reporting = towns.filter((town) => !["440229", "441823"].includes(town.slice(0, 6)));
  const observedAt = at(now);
  await send(reporting.flatMap((place) => [
    { indicator: "emg.shelter.load", place, observedAt, num: Math.round(750 * seeded(place.slice(0, 6), 7) ** 2), den: 1_000 },
    { indicator: "ener.outage.users", place, observedAt, value: seeded(place, 11) > 0.985 ? Math.round(300 * seeded(place, 13)) : 0 },
  ]));
  // What a day adds up begins anew at midnight.
  const share = (((now + 8 * HOUR) / HOUR) % 24) / 24;
  await send(villages.map((place) => ({ indicator: "grid.event.report", place, observedAt, value: Math.floor(9 * share * seeded(place, 17) ** 2) })));
  await send(villages.map((place) => ({ indicator: "emg.people.moved", place, observedAt, value: 0 })));
}
