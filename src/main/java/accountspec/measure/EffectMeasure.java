package accountspec.measure;

import java.util.List;

/**
 * What a call leaves behind.
 *
 * @param told where that departs from the contact as it was sent; empty if it does not, so far as was seen
 * @param isStateless whether reading a contact tells nothing about what was put
 */
public record EffectMeasure(List<String> told, boolean isStateless) {}
