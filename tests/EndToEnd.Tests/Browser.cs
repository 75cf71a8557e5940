using Microsoft.Playwright;
using Neuraxial.EndToEnd.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Neuraxial.EndToEnd.Tests;

/// <summary>The system's Chromium, started once for all tests of the assembly.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A new page of its own, with everything that it asks of the network written down.</summary>
    public async Task<BrowserPage> Open(ColorScheme scheme = ColorScheme.Light, int width = 1200)
    {
        var context = await browser!.NewContextAsync(
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 900 },
                Offline = true,
                BypassCSP = true,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        return new BrowserPage(context, await context.NewPageAsync());
    }

    public async ValueTask InitializeAsync()
    {
        var chromium =
            Environment.GetEnvironmentVariable("NEURAXIAL_CHROMIUM")
            ?? Array.Find(Places, File.Exists)
            ?? throw new FileNotFoundException(
                "These tests need Chromium or Chrome: install it (Debian: chromium), or name it in NEURAXIAL_CHROMIUM."
            );
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = chromium,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}

/// <summary>A page in a context of its own.</summary>
/// <param name="context">The context.</param>
/// <param name="page">The page.</param>
public sealed class BrowserPage(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private readonly List<string> requests = [];

    /// <summary>The page.</summary>
    public IPage Page { get; } = page;

    /// <summary>Addresses of all that was asked for.</summary>
    public IReadOnlyList<string> Requests => requests;

    /// <summary>Opens a file.</summary>
    public async Task<IPage> Show(string path)
    {
        Page.Request += (_, request) => requests.Add(request.Url);
        await Page.GotoAsync(new Uri(path).AbsoluteUri, new() { WaitUntil = WaitUntilState.Load });
        return Page;
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
