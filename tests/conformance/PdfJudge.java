import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.TestAssertion.Status;

/**
 * Asks veraPDF whether papers keep the standards they claim to keep.
 *
 * <p>First argument: the flavours, parted by commas (2a, 2b, 3a, ua1). The others: the papers. One line a verdict; under a
 * paper that breaks a rule, each rule with the times it was broken. Exit status: 0 all keep them, 1 some do not, 2 nothing
 * could be judged. A flavour that veraPDF does not know, or one that judged nothing at all, is never taken for a yes.
 */
public final class PdfJudge {
  private static final int BROKEN = 1;
  private static final int UNJUDGED = 2;

  private PdfJudge() {}

  public static void main(String[] arguments) {
    if (arguments.length < 2) {
      fail("which flavours, and which papers?");
    }
    VeraGreenfieldFoundryProvider.initialise();
    List<PDFAFlavour> flavours = new ArrayList<>();
    for (String name : arguments[0].split(",")) {
      flavours.add(flavour(name));
    }
    boolean kept = true;
    for (String paper : Arrays.copyOfRange(arguments, 1, arguments.length)) {
      for (PDFAFlavour flavour : flavours) {
        kept &= keeps(Path.of(paper), flavour);
      }
    }
    System.exit(kept ? 0 : BROKEN);
  }

  private static PDFAFlavour flavour(String name) {
    return Arrays.stream(PDFAFlavour.values())
        .filter(known -> known != PDFAFlavour.NO_FLAVOUR && known.getId().equals(name))
        .findFirst()
        .orElseGet(() -> fail("veraPDF knows no flavour " + name));
  }

  private static boolean keeps(Path paper, PDFAFlavour flavour) {
    try (var stream = Files.newInputStream(paper);
        var parser = Foundries.defaultInstance().createParser(stream, flavour);
        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      var verdict = validator.validate(parser);
      if (verdict.getTotalAssertions() == 0) {
        fail(paper + ": nothing was asked of it under " + flavour.getId());
      }
      System.out.printf(
          "%s %s %s (%d checks)%n",
          verdict.isCompliant() ? "PASS" : "FAIL", flavour.getId(), paper, verdict.getTotalAssertions());
      verdict.getTestAssertions().stream()
          .filter(assertion -> assertion.getStatus() == Status.FAILED)
          .collect(Collectors.groupingBy(PdfJudge::rule, TreeMap::new, Collectors.counting()))
          .forEach((rule, times) -> System.out.printf("    %dx %s%n", times, rule));
      return verdict.isCompliant();
    } catch (IOException unreadable) {
      return fail(paper + ": " + unreadable);
    } catch (Exception unjudged) {
      System.out.printf("FAIL %s %s (no PDF that can be read: %s)%n", flavour.getId(), paper, unjudged.getMessage());
      return false;
    }
  }

  private static String rule(TestAssertion assertion) {
    var id = assertion.getRuleId();
    return "%s test %d: %s".formatted(id.getClause(), id.getTestNumber(), String.join(" ", assertion.getMessage().split("\\s+")));
  }

  private static <T> T fail(String why) {
    System.err.println("verapdf: " + why);
    System.exit(UNJUDGED);
    throw new AssertionError(why);
  }
}
