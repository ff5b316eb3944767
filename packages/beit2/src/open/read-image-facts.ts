/** How a model wants its images, from what stands beside its weights. */
import { evaluationTransform } from '../data/loading/transforms.js';
import { bandCount, type Bands } from '../data/rasters/bands.js';
import type { Interpolation } from '../data/pixels/resample.js';
import type { PreprocessorConfig, Sidecars, TimmConfig } from '../model/weights/sidecars.js';
import type { CardOverrides, ModelCard } from '../model/model-card.js';
import type { Normalization } from '../model/normalize.js';

/** A value that nothing tells: what is taken, and the option that says otherwise. */
export interface Assumption {
  /** Such as "12 attention heads (64 channels each)". */
  text: string;
  /** null where nothing says otherwise. */
  option: string | null;
  /** What it concerns: the network, how images are prepared, or the branch of pretraining alone. */
  about: 'network' | 'images' | 'aggregation';
}

type Image = ModelCard['image'];
type Told = Partial<Pick<Image, 'mean' | 'std' | 'resize' | 'interpolation'>>;

/** Where the facts may come from, the most trusted first. */
export interface ImageFacts {
  reference: string;
  /** Side of the images that the weights were made for, pixels. */
  size: number;
  /** The channels, where they are not red, green and blue of eight bits. */
  bands: Bands | undefined;
  /** Of the card in the file's header. */
  own: Image | null;
  /** Of the recipe of the run. */
  recipe: Told | null;
  sidecars: Sidecars;
  /** What the network does itself, whatever anything says; null where it does nothing. */
  fixed: Normalization | null;
  /** What models of the kind usually have. */
  usual: { name: string; values: Normalization };
}

/** How the model wants its images; what nothing tells is added to `assumed`. */
export function imageOf(facts: ImageFacts, given: CardOverrides, assumed: Assumption[]): Image {
  const { size, bands, own, recipe, sidecars, fixed, usual } = facts;
  const assume = <T>(value: T, text: string, option: string): T => {
    assumed.push({ text, option, about: 'images' });
    return value;
  };
  const { preprocessor, timm } = sidecars;
  const told: Told = own ?? recipe ?? { ...fromTimm(timm, size), ...fromPreprocessor(preprocessor, size) };
  const mean =
    given.mean ?? fixed?.mean ?? told.mean ?? assume(usual.values.mean, `${usual.name} mean`, 'mean');
  const std =
    given.std ?? fixed?.std ?? told.std ?? assume(usual.values.std, `${usual.name} deviation`, 'std');
  const { resize, interpolation } = evaluationTransform(size);
  return {
    size,
    channels: bandCount(bands),
    ...(bands && { bands }),
    mean,
    std,
    resize: Math.max(size, told.resize ?? resize),
    interpolation: told.interpolation ?? interpolation,
  };
}

/** Pixels of the short side before the centre is cut, as timm computes them. */
function resizeFor(size: number, share: number): number {
  return Math.floor(size / share + 1e-6);
}

function fromTimm(config: TimmConfig | null, size: number): Told {
  const cfg = config?.pretrained_cfg;
  if (!cfg) return {};
  return defined({
    mean: rgb(cfg.mean),
    std: rgb(cfg.std),
    resize: typeof cfg.crop_pct === 'number' ? resizeFor(size, cfg.crop_pct) : undefined,
    interpolation: interpolationOf(cfg.interpolation),
  });
}

function fromPreprocessor(config: PreprocessorConfig | null, size: number): Told {
  if (!config) return {};
  // Values are first multiplied by the factor: mean and deviation are of the products, ours of [0, 1].
  const scale = config.do_rescale === false ? 255 : 255 * (config.rescale_factor ?? 1 / 255);
  const inUnits = (values: Image['mean'] | undefined): Image['mean'] | undefined => {
    if (!values || Math.abs(scale - 1) < 1e-9) return values;
    return values.map((value) => value / scale);
  };
  const isPlain = config.do_normalize === false;
  const short = config.do_resize === false ? undefined : shortSide(config.size);
  const crop = config.do_center_crop === false ? short : (shortSide(config.crop_size) ?? short);
  return defined({
    mean: inUnits(isPlain ? [0, 0, 0] : rgb(config.image_mean)),
    std: inUnits(isPlain ? [1, 1, 1] : rgb(config.image_std)),
    resize:
      short === undefined || crop === undefined
        ? undefined
        : crop === size
          ? short
          : Math.round((size * short) / crop),
    interpolation: interpolationOf(config.resample),
  });
}

function shortSide(extent: PreprocessorConfig['size']): number | undefined {
  if (typeof extent === 'number') return extent;
  if (!extent) return undefined;
  const { shortest_edge: edge, height, width } = extent;
  if (typeof edge === 'number') return edge;
  return typeof height === 'number' && typeof width === 'number' ? Math.min(height, width) : undefined;
}

function rgb(values: number | number[] | null | undefined): Image['mean'] | undefined {
  if (typeof values === 'number') return [values, values, values];
  const [red, green, blue] = values ?? [];
  return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue];
}

/** Pillow's numbers and timm's names; others have no counterpart here. */
function interpolationOf(value: number | string | null | undefined): Interpolation | undefined {
  switch (value) {
    case 1:
    case 'lanczos':
      return 'lanczos';
    case 2:
    case 'bilinear':
      return 'bilinear';
    case 3:
    case 'bicubic':
      return 'bicubic';
    default:
      return undefined;
  }
}

function defined(values: Told): Told {
  return Object.fromEntries(
    Object.entries(values as Record<string, unknown>).filter(([, value]) => value !== undefined),
  );
}
