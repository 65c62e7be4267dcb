import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** WebP at this quality keeps a type of 8 px readable. */
const QUALITY = 0.8;

/** Makes small pictures of large ones, in a page of its own. */
export async function openDarkroom(browser, folder) {
  const page = await browser.newPage();
  let bytes = 0;
  return {
    /** @param png what a page looked like; @param scale 1/3 or 1/8 */
    async develop(png, scale, name) {
      const taken = await page.evaluate(async ([data, share, quality]) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
        const canvas = new OffscreenCanvas(Math.round(image.width * share), Math.round(image.height * share));
        const context = canvas.getContext("2d");
        context.imageSmoothingQuality = "high";
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        const read = new FileReader();
        read.readAsDataURL(await canvas.convertToBlob({ type: "image/webp", quality }));
        await new Promise((done) => (read.onload = done));
        return read.result.split(",")[1];
      }, [png.toString("base64"), scale, QUALITY]);
      const picture = Buffer.from(taken, "base64");
      writeFileSync(join(folder, `${name}.webp`), picture);
      bytes += picture.length;
    },
    get bytes() {
      return bytes;
    },
    close: () => page.close(),
  };
}
