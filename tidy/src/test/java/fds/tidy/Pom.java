package fds.tidy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The few parts of a Maven pom that the rules ask for, as they are written: nothing is inherited or filled in. */
final class Pom
{
    private final Element project;

    private Pom(final Element project)
    {
        this.project = project;
    }

    /** One entry under dependencies. */
    record Dependency(String groupId, String artifactId, String scope)
    {
        String coordinates()
        {
            return groupId + ":" + artifactId;
        }

        boolean isForTests()
        {
            return scope.equals("test");
        }
    }

    static Pom read(final Path file)
    {
        try
        {
            return parse(Files.readString(file));
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    static Pom parse(final String text)
    {
        try
        {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Pom(
                factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))).getDocumentElement());
        }
        catch (final ParserConfigurationException | SAXException | IOException e)
        {
            throw new IllegalStateException("not a pom: " + e.getMessage(), e);
        }
    }

    List<Dependency> dependencies()
    {
        final List<Dependency> dependencies = new ArrayList<>();
        for (final Element list : children(project, "dependencies"))
        {
            for (final Element entry : children(list, "dependency"))
            {
                dependencies.add(
                    new Dependency(text(entry, "groupId"), text(entry, "artifactId"), text(entry, "scope")));
            }
        }
        return dependencies;
    }

    List<String> modules()
    {
        final List<String> modules = new ArrayList<>();
        for (final Element list : children(project, "modules"))
        {
            children(list, "module").forEach(module -> modules.add(module.getTextContent().trim()));
        }
        return modules;
    }

    /** Names and addresses of the licences that it offers to choose from; empty when it leaves that to its parent. */
    List<String> licences()
    {
        final List<String> licences = new ArrayList<>();
        for (final Element list : children(project, "licenses"))
        {
            for (final Element licence : children(list, "license"))
            {
                licences.add((text(licence, "name") + " " + text(licence, "url")).replaceAll("\\s+", " ").trim());
            }
        }
        return licences;
    }

    /** {@code group:artifact:version} of its parent, or empty. */
    String parent()
    {
        final List<Element> parents = children(project, "parent");
        return parents.isEmpty() ? "" :
            text(parents.get(0), "groupId") + ":" + text(parents.get(0), "artifactId") + ":" +
                text(parents.get(0), "version");
    }

    private static String text(final Element element, final String name)
    {
        final List<Element> children = children(element, name);
        return children.isEmpty() ? "" : children.get(0).getTextContent().trim();
    }

    private static List<Element> children(final Element element, final String name)
    {
        final List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling())
        {
            if (node instanceof Element && node.getNodeName().equals(name))
            {
                children.add((Element)node);
            }
        }
        return children;
    }
}
