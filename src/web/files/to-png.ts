/** Pixels of a picture for each of the drawing, so that it is sharp on a slide. */
const SCALE = 2;

/** Paints a drawing of our own as a picture. Rejects where the browser cannot. */
export async function toPng(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((settle, fail) =>
      canvas.toBlob((blob) => (blob === null ? fail(new Error("no picture")) : settle(blob)), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
